import { createServer, connect, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

/** A network between clients and a server, which can be slow, or swallow everything in both directions without telling anybody. */
export interface Relay extends AsyncDisposable {
  readonly url: string;
  /** Swallows what travels over the connections of now, and keeps them open; new ones pass. */
  swallow(): void;
  /** From now on what the server says arrives so many milliseconds later; never less than before. */
  delay(ms: number): void;
}

export async function startRelay(to: { url: string }): Promise<Relay> {
  const { port } = new URL(to.url);
  let delayMs = 0;
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(Number(port), "127.0.0.1");
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, into] of [pair, [far, near] as const]) {
      const late = (act: () => void) => (from === far && delayMs > 0 ? void setTimeout(act, delayMs) : act());
      from.on("error", () => undefined);
      from.on("data", (chunk) => late(() => void (pairs.has(pair) && into.write(chunk))));
      from.on("close", () =>
        late(() => {
          // One that is swallowed hears of no end either.
          if (pairs.delete(pair)) into.destroy();
        }),
      );
    }
  });
  const swallowed = new Set<readonly [Socket, Socket]>();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    delay(ms) {
      delayMs = Math.max(delayMs, ms);
    },
    swallow() {
      for (const pair of pairs) {
        pairs.delete(pair);
        swallowed.add(pair);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const pair of [...pairs, ...swallowed]) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
