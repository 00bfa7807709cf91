// Send → receive latency when idle, and durable acknowledged sends a second, against the shape of the stock tRPC examples in the same run.
// One server process, this process as the load, real PostgreSQL with fsync on. Medians of three, interleaved.
import { mkdtemp, chmod, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate, openDatabase, startPostgres } from "@chat/db";
import { signToken } from "../fixtures/sign-token.ts";
import { makeWorkspace, type Workspace } from "./make-workspace.ts";
import { openRawSocket, type RawSocket } from "./raw-socket.ts";
import { median, percentile, printTable } from "./report.ts";
import { startProcess } from "./start-server.ts";

const tokenSecret = "a-token-secret-of-the-benchmark-0123456789";
const members = 11;
const senders = 10;
const window = 16;
const measureMs = 2_500;
const repetitions = 3;
const idleSends = 200;
const text =
  "A message of the length that people write, give or take: some forty words would be too many and three too few. ".repeat(2);

interface Target {
  readonly name: string;
  readonly url: string;
  readonly workspace: Workspace;
  tokenOf(person: Workspace["people"][number]): Promise<string>;
}

interface Figures {
  latencyP50: number;
  latencyP99: number;
  oneChannel: number;
  tenChannels: number;
}

let sent = 0;
const nextSend = (channelId: string) => {
  sent += 1;
  return { channelId, clientId: `c${sent}`, text };
};

/** Reads the client id of a message event, whatever the server's envelope. */
function clientIdOf(data: unknown): string | undefined {
  return (data as { data?: { message?: { clientId?: string } } }).data?.message?.clientId;
}

async function connect(
  target: Target,
  channelIds: readonly string[],
  onMessage: (clientId: string, who: number) => void,
): Promise<RawSocket[]> {
  return Promise.all(
    target.workspace.people.map(async (person, who) => {
      const socket = await openRawSocket(target.url, await target.tokenOf(person));
      for (const channelId of channelIds) {
        await socket.subscribe("live.channel", { channelId }, (data) => {
          const clientId = clientIdOf(data);
          if (clientId !== undefined) onMessage(clientId, who);
        });
      }
      return socket;
    }),
  );
}

async function measureLatency(target: Target): Promise<number[]> {
  const channelId = target.workspace.channelIds[0] ?? "";
  const waiting = new Map<string, () => void>();
  const sockets = await connect(target, [channelId], (clientId, who) => {
    if (who === 1) waiting.get(clientId)?.();
  });
  const times: number[] = [];
  for (let i = 0; i < idleSends + 20; i += 1) {
    const input = nextSend(channelId);
    const start = performance.now();
    const received = new Promise<void>((resolve) => waiting.set(input.clientId, resolve));
    await Promise.all([sockets[0]?.call("mutation", "message.send", input), received]);
    if (i >= 20) times.push(performance.now() - start);
  }
  for (const socket of sockets) socket[Symbol.dispose]();
  return times;
}

async function measureRate(target: Target, channelIds: readonly string[]): Promise<number> {
  const got = Array.from({ length: members }, () => 0);
  const sockets = await connect(target, channelIds, (_, who) => {
    got[who] = (got[who] ?? 0) + 1;
  });
  let acknowledged = 0;
  let until = 0;
  const work = async (socket: RawSocket, turn: number) => {
    for (let i = turn; performance.now() < until; i += 1) {
      await socket.call("mutation", "message.send", nextSend(channelIds[i % channelIds.length] ?? ""));
      acknowledged += 1;
    }
  };
  const run = async (ms: number) => {
    until = performance.now() + ms;
    const start = performance.now();
    acknowledged = 0;
    await Promise.all(
      sockets.slice(0, senders).flatMap((socket, who) => Array.from({ length: window }, (_, i) => work(socket, who + i))),
    );
    return (acknowledged * 1_000) / (performance.now() - start);
  };
  await run(500);
  const rate = await run(measureMs);
  for (const socket of sockets) socket[Symbol.dispose]();
  return rate;
}

const dataDir = await mkdtemp(path.join(tmpdir(), "chat-bench-"));
await chmod(dataDir, 0o755);
const postgres = await startPostgres({ dataDir });
try {
  await migrate({ url: postgres.url });
  const database = await openDatabase({ url: postgres.url });
  const size = { people: members, channels: 10 };
  // Channels of their own: the naive server numbers its rows as it likes.
  const [ourWorkspace, naiveWorkspace] = [await makeWorkspace(database, size), await makeWorkspace(database, size)];
  await database.close();
  await using ours = await startProcess("./serve-ours.ts", [postgres.url, tokenSecret]);
  await using naive = await startProcess("./serve-naive.ts", [postgres.url]);
  const targets: Target[] = [
    { name: "stock tRPC example", workspace: naiveWorkspace, url: naive.url, tokenOf: async ({ id }) => id },
    {
      name: "@chat",
      workspace: ourWorkspace,
      url: ours.url,
      tokenOf: ({ externalId }) => signToken(externalId, {}, { secret: tokenSecret }),
    },
  ];
  const rows = new Map<string, Figures[]>(targets.map(({ name }) => [name, []]));
  for (let i = 0; i < repetitions; i += 1) {
    for (const target of targets) {
      const times = await measureLatency(target);
      const oneChannel = await measureRate(target, target.workspace.channelIds.slice(0, 1));
      const tenChannels = await measureRate(target, target.workspace.channelIds);
      rows
        .get(target.name)
        ?.push({ latencyP50: percentile(times, 50), latencyP99: percentile(times, 99), oneChannel, tenChannels });
    }
  }
  const medians = targets.map(({ name }) => {
    const figures = rows.get(name) ?? [];
    const of = (key: keyof Figures) => median(figures.map((figure) => figure[key]));
    return {
      name,
      latencyP50: of("latencyP50"),
      latencyP99: of("latencyP99"),
      oneChannel: of("oneChannel"),
      tenChannels: of("tenChannels"),
    };
  });
  printTable(
    `Durable sends to ${members} members, ${senders} senders with ${window} in flight each; medians of ${repetitions}`,
    ["", "idle send→receive p50 ms", "p99 ms", "acknowledged/s, 1 channel", "10 channels"],
    medians.map((row) => [row.name, row.latencyP50, row.latencyP99, row.oneChannel, row.tenChannels]),
  );
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
