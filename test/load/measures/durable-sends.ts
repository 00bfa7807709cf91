import { randomUUID } from "node:crypto";
import { makeWorkspace } from "../make-workspace.ts";
import { alternate, ratioAtLeast, ratioAtMost, type Bench, type Figures, type Row } from "../measure.ts";
import { openRawSocket, type RawSocket } from "../raw-socket.ts";
import { startServer, type ServerProcess } from "../server-process.ts";
import { engineAlone, ours, stockTrpc } from "../servers/names.ts";
import { openAudience, tokenFor, type Audience } from "../subscribe.ts";

const text =
  "A message of the length that people write, give or take: some forty words would be too many and three too few. ".repeat(2);

/** Members who listen, those of them who write, how many sends are on their way at once, and how many times the reference is wanted. */
const cases = [
  { members: 100, senders: 1, window: 16, target: ratioAtLeast(10) },
  { members: 100, senders: 10, window: 16, target: ratioAtLeast(10) },
  { members: 100, senders: 100, window: 100, target: ratioAtLeast(10) },
  { members: 11, senders: 10, window: 50, target: ratioAtLeast(5) },
];

/** Sends a second on one channel that are stored, acknowledged and delivered to all its members, beside the stock example with its INSERT each. */
export async function measureDurableSends({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const start = async (name: string) => stack.use(await startServer(name, postgres, { isDurable: true }));
  const servers = [await start(stockTrpc), await start(ours)];
  const rows: Row[] = [];
  for (const { target, ...sends } of cases) {
    const { rate, cpu } = await measureSends({ postgres, size, say }, servers, sends);
    const what = nameOf(sends);
    rows.push(
      { what, unit: "acknowledged/s", figures: rate, reference: stockTrpc, target },
      { what, unit: "server CPU µs a send", figures: cpu, reference: stockTrpc },
    );
  }
  return rows;
}

/** The whole server beside its engine alone: what sign-in, rights, limits and the contract's parsing cost. */
export async function measureFullStack({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const start = async (name: string) => stack.use(await startServer(name, postgres, { isDurable: true }));
  const servers = [await start(engineAlone), await start(ours)];
  const sends = { members: 100, senders: 10, window: 16 };
  const { rate, cpu } = await measureSends({ postgres, size, say }, servers, sends);
  const what = `${nameOf(sends)}, full stack`;
  return [
    { what, unit: "acknowledged/s", figures: rate, reference: engineAlone },
    { what, unit: "server CPU µs a send", figures: cpu, reference: engineAlone, target: ratioAtMost(1.5) },
  ];
}

interface Sends {
  readonly members: number;
  readonly senders: number;
  readonly window: number;
}

const nameOf = ({ members, senders }: Sends) => `durable sends to ${members}, ${senders} ${senders === 1 ? "sender" : "senders"}`;

function measureSends(
  { postgres, size, say }: Bench,
  servers: readonly ServerProcess[],
  { members, senders, window }: Sends,
): Promise<Record<"rate" | "cpu", Figures>> {
  return alternate(servers, size.rounds, async (server, round) => {
    say(`durable sends, ${senders} to ${members}, round ${round + 1}: ${server.name}`);
    // A channel of its own: the stock example numbers its rows as it likes.
    const workspace = await makeWorkspace(postgres.database, { people: members, channels: 1 });
    using audience = await openAudience(server, workspace);
    using sockets = new DisposableStack();
    const opened = workspace.people
      .slice(0, senders)
      .map(async (person) => openRawSocket(server.url, await tokenFor(server, person)));
    const writers = (await Promise.all(opened)).map((socket) => sockets.use(socket));
    const room = { server, audience, writers, window, channelId: workspace.channelIds[0] ?? "" };
    await sendFor(size.warmUpMs, room);
    await server.settled();
    return await sendFor(size.measureMs, room);
  });
}

interface Room {
  readonly server: ServerProcess;
  readonly audience: Audience;
  readonly writers: readonly RawSocket[];
  readonly window: number;
  readonly channelId: string;
}

/** A closed loop: each send makes room for the next once it is acknowledged and the last member has as many messages. */
async function sendFor(
  ms: number,
  { server, audience, writers, window, channelId }: Room,
): Promise<{ rate: number; cpu: number }> {
  const { last } = audience;
  const before = last.events;
  const waiting: { n: number; resolve: () => void }[] = [];
  last.onEvent = () => {
    while (waiting[0] !== undefined && waiting[0].n <= last.events - before) waiting.shift()?.resolve();
  };
  let acknowledged = 0;
  const { cpu } = await server.usage("now");
  const start = performance.now();
  const work = async (slot: number) => {
    const writer = writers[slot % writers.length];
    while (performance.now() - start < ms) {
      await writer?.call("mutation", "message.send", { channelId, clientId: randomUUID(), text });
      acknowledged += 1;
      const n = acknowledged;
      if (last.events - before < n) await new Promise<void>((resolve) => waiting.push({ n, resolve }));
    }
  };
  await Promise.all(Array.from({ length: window }, (_, slot) => work(slot)));
  await audience.heard(before + acknowledged);
  const took = performance.now() - start;
  last.onEvent = null;
  return { rate: (acknowledged * 1_000) / took, cpu: ((await server.usage("now")).cpu - cpu) / acknowledged };
}
