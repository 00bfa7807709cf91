// Fan-out in one room, not durable: deliveries a second and server CPU per delivery at 100, 500 and 1,000 subscribers, at saturation (at most 16
// messages outstanding) and paced. Peers in the same run: bare ws, the stock tRPC adapter, Socket.IO. Medians of three, interleaved.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { migrate, openDatabase, startPostgres } from "@chat/db";
import { signToken } from "../fixtures/sign-token.ts";
import { subscribe, type FanOutTarget } from "./fan-out-target.ts";
import type { FrameCounter } from "./frame-counter.ts";
import { benchChannel } from "./make-event.ts";
import { makeWorkspace } from "./make-workspace.ts";
import { median, printTable } from "./report.ts";

const tokenSecret = "a-token-secret-of-the-benchmark-0123456789";
const names = ["ws, encoded once", "ws, encoded each", "stock tRPC", "Socket.IO", "@chat"];
const sizes = (process.argv[2] ?? "100,500,1000").split(",").map(Number);
const repetitions = 3;
const window = 16;
const measureMs = 2_000;
const minBytes = 500;
const pacedDeliveries = 10_000;
/** Of a channel with one member, as `makeWorkspace` writes it. */
const channelVersion = 2;

interface Target extends FanOutTarget {
  readonly child: ChildProcess;
}

async function start(name: string, args: readonly string[]): Promise<Target> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./fan-out-servers.ts", import.meta.url)), name, ...args], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  if (child.stdout === null) throw new Error("The server has no output.");
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { name, child, url };
}

async function cpuOf({ child }: Target): Promise<number> {
  child.send({ cpu: true });
  const [{ cpu }] = (await once(child, "message")) as [{ cpu: number }];
  return cpu;
}

/** A closed loop for some time: the last subscriber's frame lets the next message go. */
async function saturate(target: Target, counters: readonly FrameCounter[], last: { onEvent: () => void }) {
  const before = { cpu: await cpuOf(target), events: sum(counters), at: performance.now() };
  let until = performance.now() + measureMs;
  const done = new Promise<void>((resolve) => {
    let outstanding = window;
    last.onEvent = () => {
      if (performance.now() < until) target.child.send({ publish: 1 });
      else if (--outstanding === 0) resolve();
    };
  });
  target.child.send({ publish: window });
  await done;
  until = 0;
  const elapsed = performance.now() - before.at;
  const cpu = (await cpuOf(target)) - before.cpu;
  const deliveries = sum(counters) - before.events;
  return { rate: (deliveries * 1_000) / elapsed, cpuPer: cpu / deliveries };
}

/** An open loop at a fixed rate: nothing waits, so nothing can be gathered. */
async function pace(target: Target, counters: readonly FrameCounter[]) {
  const before = { cpu: await cpuOf(target), events: sum(counters) };
  const everyMs = (counters.length * 1_000) / pacedDeliveries;
  const messages = Math.round(measureMs / everyMs);
  const start = performance.now();
  for (let i = 0; i < messages; i += 1) {
    const wait = start + i * everyMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    target.child.send({ publish: 1 });
  }
  while (sum(counters) - before.events < messages * counters.length) await new Promise((resolve) => setTimeout(resolve, 5));
  return ((await cpuOf(target)) - before.cpu) / (messages * counters.length);
}

const sum = (counters: readonly FrameCounter[]) => counters.reduce((total, counter) => total + counter.events, 0);

async function measure(target: Target, size: number, token: string) {
  // The channel opens anew at the version that the database has: the events go on from there.
  target.child.send({ version: channelVersion });
  const last = { onEvent: () => undefined as void };
  const counters: FrameCounter[] = [];
  for (let i = 0; i < size; i += 50) {
    const batch = Array.from({ length: Math.min(50, size - i) }, (_, k) =>
      subscribe(target, token, { minBytes, onEvent: i + k === size - 1 ? () => last.onEvent() : undefined }),
    );
    counters.push(...(await Promise.all(batch)));
  }
  await saturate(target, counters, last);
  const saturated = await saturate(target, counters, last);
  last.onEvent = () => undefined;
  const paced = await pace(target, counters);
  for (const counter of counters) counter.close();
  return { ...saturated, paced };
}

const dataDir = await mkdtemp(path.join(tmpdir(), "chat-bench-"));
await chmod(dataDir, 0o755);
const postgres = await startPostgres({ dataDir });
const targets: Target[] = [];
try {
  await migrate({ url: postgres.url });
  const database = await openDatabase({ url: postgres.url });
  const { people } = await makeWorkspace(database, { people: 1, channels: 1, channelId: benchChannel });
  await database.close();
  const token = await signToken(people[0]?.externalId ?? "", {}, { exp: 900, secret: tokenSecret });
  for (const name of names) targets.push(await start(name, [postgres.url, tokenSecret]));
  for (const size of sizes) {
    const runs = new Map<string, Awaited<ReturnType<typeof measure>>[]>(names.map((name) => [name, []]));
    for (let i = 0; i < repetitions; i += 1)
      for (const target of targets) runs.get(target.name)?.push(await measure(target, size, token));
    const of = (name: string, key: "rate" | "cpuPer" | "paced") => median((runs.get(name) ?? []).map((run) => run[key]));
    printTable(
      `Fan-out to ${size} subscribers; medians of ${repetitions}`,
      ["", "deliveries/s at saturation", "CPU µs per delivery", `CPU µs per delivery, paced ${pacedDeliveries}/s`],
      names.map((name) => [name, of(name, "rate"), of(name, "cpuPer"), of(name, "paced")]),
    );
  }
} finally {
  for (const { child } of targets) child.kill("SIGKILL");
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
