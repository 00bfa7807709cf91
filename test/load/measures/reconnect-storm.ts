import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { makeWorkspace } from "../make-workspace.ts";
import { alternate, figureAtMost, type Bench, type Row } from "../measure.ts";
import { percentile } from "../percentile.ts";
import { openRawSocket } from "../raw-socket.ts";
import { startServer } from "../server-process.ts";
import { ours } from "../servers/names.ts";
import { openAudience, subscribe, tokenFor } from "../subscribe.ts";

/** Clients that lost their connection try again after up to so long, at random. */
const jitterMs = 500;
const sendEveryMs = 20;

/**
 * All are dropped at once and come back, while somebody sends to their channel fifty times a second. The stock example has no figure here: so many
 * deliveries are more than it can do, and its clients wait for ever.
 */
export async function measureReconnectStorm({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const servers = [stack.use(await startServer(ours, postgres, { isDurable: true }))];
  const { stormed } = size;
  const { back, p99 } = await alternate(servers, size.rounds, async (server, round) => {
    say(`storm of ${stormed}, round ${round + 1}: ${server.name}`);
    const workspace = await makeWorkspace(postgres.database, { people: stormed, channels: 1 });
    const [person = { id: "", externalId: "" }] = workspace.people;
    const [channelId = ""] = workspace.channelIds;
    using writer = await openRawSocket(server.url, await tokenFor(server, person));
    const audience = await openAudience(server, workspace);
    await server.settled();
    const storm = new AbortController();
    const times: number[] = [];
    const sending = (async () => {
      const sends: Promise<unknown>[] = [];
      const began = performance.now();
      while (!storm.signal.aborted) {
        const due = began + sends.length * sendEveryMs;
        await setTimeout(Math.max(0, due - performance.now()));
        const sent = writer.call("mutation", "message.send", { channelId, clientId: randomUUID(), text: "in the storm" });
        sends.push(sent.then(() => times.push(performance.now() - due)));
      }
      await Promise.all(sends);
    })();
    const dropped = performance.now();
    audience[Symbol.dispose]();
    const comeBack = workspace.people.map(async (each) => {
      await setTimeout(Math.random() * jitterMs);
      return subscribe(server, each, channelId);
    });
    const again = await Promise.all(comeBack);
    const back = (performance.now() - dropped) / 1_000;
    storm.abort();
    await sending;
    for (const listener of again) listener.close();
    return { back, p99: percentile(times, 99) };
  });
  const what = `${stormed.toLocaleString("en")} dropped at once`;
  return [
    { what, unit: "all back after s", figures: back, target: figureAtMost(30) },
    { what, unit: "sends meanwhile, p99 ms", figures: p99, target: figureAtMost(2_000) },
  ];
}
