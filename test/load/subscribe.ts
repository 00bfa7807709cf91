import { signToken } from "../fixtures/sign-token.ts";
import { openFrameCounter, type FrameCounter } from "./frame-counter.ts";
import type { Person, Workspace } from "./make-workspace.ts";
import { tokenSecret, type ServerProcess } from "./server-process.ts";
import { engineAlone, ours, socketIo } from "./servers/names.ts";

/** How many connect at once. */
const atOnce = 50;

type Server = Pick<ServerProcess, "name" | "url">;

/** What proves that somebody is who they are; the peers believe whatever they are told. */
export function tokenFor({ name }: Server, person: Person): Promise<string> {
  return name === ours ? signToken(person.externalId, {}, { exp: 890, secret: tokenSecret }) : Promise.resolve(person.id);
}

/** Connects and subscribes as that server's own clients do; resolves when it is live. */
export async function subscribe(server: Server, person: Person, channelId: string): Promise<FrameCounter> {
  const { name, url } = server;
  const isOurs = name === ours || name === engineAlone;
  const isTrpc = name.includes("tRPC") || isOurs;
  const token = await tokenFor(server, person);
  const path = isTrpc ? "api/trpc?connectionParams=1" : name === socketIo ? "socket.io/?EIO=4&transport=websocket" : "";
  const { promise: live, resolve, reject } = Promise.withResolvers<void>();
  const counter = await openFrameCounter(`${url}/${path}`, (text, { sendText }) => {
    if (text === "PING") sendText("PONG");
    else if (name === socketIo) {
      // Its protocol's greeting, ping and answer to the connection.
      if (text.startsWith("0{")) sendText("40");
      else if (text === "2") sendText("3");
      else if (text.startsWith("40")) resolve();
    } else if (text.includes(isOurs ? '"synced"' : '"started"')) resolve();
    else if (text.includes('"error"')) reject(new Error(`${name} refused a subscription: ${text}`));
  });
  if (isTrpc) {
    counter.sendText(JSON.stringify({ method: "connectionParams", data: { token } }));
    counter.sendText(JSON.stringify({ id: 1, method: "subscription", params: { path: "live.channel", input: { channelId } } }));
  } else if (name !== socketIo) resolve();
  await live;
  return counter;
}

/** So many people who listen to the first channel of a workspace, each over a socket of their own. */
export async function openAudience(server: Server, { people, channelIds }: Workspace, count = people.length): Promise<Audience> {
  const [channelId = ""] = channelIds;
  const listeners: FrameCounter[] = [];
  while (listeners.length < count)
    listeners.push(
      ...(await Promise.all(
        people
          .slice(listeners.length, Math.min(count, listeners.length + atOnce))
          .map((person) => subscribe(server, person, channelId)),
      )),
    );
  return new Audience(listeners);
}

const patienceMs = 60_000;

/** Everybody who listens. Use with `using`. */
export class Audience implements Disposable {
  readonly listeners: readonly FrameCounter[];

  constructor(listeners: readonly FrameCounter[]) {
    this.listeners = listeners;
  }

  /** Who hears of an event last. */
  get last(): FrameCounter {
    const last = this.listeners.at(-1);
    if (last === undefined) throw new Error("Nobody listens.");
    return last;
  }

  /** Resolves once everybody has had so many events in all. Rejects when some do not come: they are lost. */
  async heard(events: number): Promise<void> {
    const until = performance.now() + patienceMs;
    while (this.listeners.some((listener) => listener.events < events)) {
      if (performance.now() > until) {
        const missing = this.listeners.reduce((sum, listener) => sum + events - listener.events, 0);
        throw new Error(`${missing} deliveries of ${events * this.listeners.length} were lost.`);
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  [Symbol.dispose](): void {
    for (const listener of this.listeners) listener.close();
  }
}
