import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { makeWorkspace, type Workspace } from "../make-workspace.ts";
import { alternate, figureAtMost, type Bench, type Row } from "../measure.ts";
import { percentile } from "../percentile.ts";
import { aimAt } from "../publish.ts";
import { openRawSocket } from "../raw-socket.ts";
import { startServer, type ServerProcess } from "../server-process.ts";
import { ours, wsOnce } from "../servers/names.ts";
import { openAudience, subscribe, tokenFor } from "../subscribe.ts";

/** Clients that lost their connection try again after up to so long, at random. */
const jitterMs = 500;
const sendEveryMs = 20;

/**
 * All are dropped at once and come back, while somebody sends to their channel fifty times a second. The reference asks nobody who they are, reads
 * nothing and stores nothing: it is what the machine, and our own load process, take for so many sockets. The stock example has no figure here: so
 * many deliveries are more than it can do, and its clients wait for ever.
 */
export async function measureReconnectStorm({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const servers = [
    stack.use(await startServer(ours, postgres, { isDurable: true })),
    stack.use(await startServer(wsOnce, postgres)),
  ];
  const { stormed } = size;
  const { back, p99 } = await alternate(servers, size.rounds, async (server, round) => {
    say(`storm of ${stormed}, round ${round + 1}: ${server.name}`);
    const workspace = await makeWorkspace(postgres.database, { people: stormed, channels: 1 });
    using sender = await openSender(server, workspace);
    const audience = await openAudience(server, workspace);
    await server.settled();
    const storm = new AbortController();
    const sending = sendOn(sender, storm.signal);
    const dropped = performance.now();
    audience[Symbol.dispose]();
    const comeBack = workspace.people.map(async (each) => {
      await setTimeout(Math.random() * jitterMs);
      return subscribe(server, each, workspace.channelIds[0] ?? "");
    });
    const again = await Promise.all(comeBack);
    const back = (performance.now() - dropped) / 1_000;
    storm.abort();
    const times = await sending;
    for (const listener of again) listener.close();
    return { back, p99: percentile(times, 99) };
  });
  const what = `${stormed.toLocaleString("en")} dropped at once`;
  return [
    { what, unit: "all back after s", figures: back, reference: wsOnce, target: figureAtMost(30) },
    { what, unit: "sends meanwhile, p99 ms", figures: p99, target: figureAtMost(2_000) },
  ];
}

interface Sender extends Disposable {
  /** Null: it is not acknowledged. */
  send(): Promise<unknown> | null;
}

async function openSender(server: ServerProcess, workspace: Workspace): Promise<Sender> {
  const [person = { id: "", externalId: "" }] = workspace.people;
  const [channelId = ""] = workspace.channelIds;
  if (server.name !== ours) {
    aimAt(server, workspace);
    const send = () => {
      server.order({ publish: 1 });
      return null;
    };
    return { send, [Symbol.dispose]: () => undefined };
  }
  const writer = await openRawSocket(server.url, await tokenFor(server, person));
  const send = () => writer.call("mutation", "message.send", { channelId, clientId: randomUUID(), text: "in the storm" });
  return { send, [Symbol.dispose]: () => writer[Symbol.dispose]() };
}

/** Sends at a fixed rate until it is over. Answers how long after it was due each was acknowledged. */
async function sendOn({ send }: Sender, over: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  const sends: Promise<unknown>[] = [];
  const began = performance.now();
  for (let n = 0; !over.aborted; n += 1) {
    const due = began + n * sendEveryMs;
    await setTimeout(Math.max(0, due - performance.now()));
    const sent = send();
    if (sent !== null) sends.push(sent.then(() => times.push(performance.now() - due)));
  }
  await Promise.all(sends);
  return times;
}
