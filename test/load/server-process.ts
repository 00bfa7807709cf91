import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { BenchDatabase } from "./bench-database.ts";

export interface ServeOptions {
  readonly name: string;
  readonly databaseUrl: string;
  readonly tokenSecret: string;
  /** Takes sends and stores them; else it only hands on what it is ordered to publish. */
  readonly isDurable: boolean;
}

export interface Order {
  /** The channel of what is published from now on, its size, and the version after which its events begin. */
  readonly channel?: { readonly channelId: string; readonly memberCount: number; readonly version: number };
  /** So many events. */
  readonly publish?: number;
  readonly usage?: "now" | "after gc";
}

interface Usage {
  /** Microseconds of all threads so far. */
  readonly cpu: number;
  /** Resident bytes. */
  readonly memory: number;
  /** Bytes of live objects, where garbage was collected before. */
  readonly heap: number;
}

/** A server in a process of its own. Use with `await using`. */
export interface ServerProcess extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  order(order: Order): void;
  usage(when: "now" | "after gc"): Promise<Usage>;
  /** Resolves once it is idle, so that what follows connections, such as presence, is not counted; after some seconds in any case. */
  settled(): Promise<void>;
}

/** The key of the benchmark's user tokens. */
export const tokenSecret = "a-token-secret-of-the-benchmark-0123456789";

/** A server is idle that took less than so many microseconds between two looks. */
const idleCpu = 5_000;
const lookMs = 200;
const mostLooks = 50;

export async function startServer(
  name: string,
  { url: databaseUrl }: Pick<BenchDatabase, "url">,
  { isDurable = false } = {},
): Promise<ServerProcess> {
  const options: ServeOptions = { name, databaseUrl, tokenSecret, isDurable };
  const child = fork(path.join(import.meta.dirname, "servers/serve.ts"), [JSON.stringify(options)], {
    execArgv: ["--expose-gc"],
  });
  const onExit = () => child.kill("SIGKILL");
  process.once("exit", onExit);
  const exit = once(child, "exit");
  const failed = exit.then(([code]) => Promise.reject(new Error(`The server ${name} ended with ${code}.`)));
  failed.catch(() => undefined);
  const answer = async <T>() => {
    const [message] = (await Promise.race([once(child, "message"), failed])) as [T];
    return message;
  };
  const { url } = await answer<{ url: string }>();
  const order = (given: Order) => void child.send(given);
  const usage = (when: "now" | "after gc") => {
    order({ usage: when });
    return answer<Usage>();
  };
  return {
    name,
    url,
    order,
    usage,
    async settled() {
      for (let look = 0, before = -Infinity; look < mostLooks; look += 1) {
        const { cpu } = await usage("now");
        if (cpu - before < idleCpu) return;
        before = cpu;
        await setTimeout(lookMs);
      }
    },
    async [Symbol.asyncDispose]() {
      process.removeListener("exit", onExit);
      child.kill("SIGKILL");
      await exit;
    },
  };
}
