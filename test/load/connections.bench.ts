// Memory of an idle subscribed connection at 5,000, and a storm: 2,000 clients that are dropped and come back at once while messages are sent.
// Peers in the same run: bare ws, the stock tRPC adapter, Socket.IO. Each server is a process of its own.
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
import { openRawSocket } from "./raw-socket.ts";
import { percentile, printTable } from "./report.ts";
import { startProcess } from "./start-server.ts";

const tokenSecret = "a-token-secret-of-the-benchmark-0123456789";
const idle = Number(process.argv[2] ?? 5_000);
const stormed = Number(process.argv[3] ?? 2_000);

async function openMany(count: number, open: () => Promise<FrameCounter>): Promise<FrameCounter[]> {
  const opened: FrameCounter[] = [];
  while (opened.length < count)
    opened.push(...(await Promise.all(Array.from({ length: Math.min(50, count - opened.length) }, open))));
  return opened;
}

async function start(name: string, args: readonly string[]): Promise<FanOutTarget & { child: ChildProcess }> {
  const file = fileURLToPath(new URL("./fan-out-servers.ts", import.meta.url));
  const child = spawn(process.execPath, ["--expose-gc", file, name, ...args], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  if (child.stdout === null) throw new Error("The server has no output.");
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { name, child, url };
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send({ cpu: true });
  const [{ memory }] = (await once(child, "message")) as [{ memory: number }];
  return memory;
}

const dataDir = await mkdtemp(path.join(tmpdir(), "chat-bench-"));
await chmod(dataDir, 0o755);
const postgres = await startPostgres({ dataDir });
try {
  await migrate({ url: postgres.url });
  const database = await openDatabase({ url: postgres.url });
  const { people } = await makeWorkspace(database, { people: 1, channels: 1, channelId: benchChannel });
  const token = await signToken(people[0]?.externalId ?? "", {}, { exp: 900, secret: tokenSecret });
  const rows: [string, number][] = [];
  for (const name of ["ws, encoded once", "stock tRPC", "Socket.IO", "@chat"]) {
    const target = await start(name, [postgres.url, tokenSecret]);
    const warm = await openMany(100, () => subscribe(target, token, { minBytes: 500 }));
    const before = await memoryOf(target.child);
    const counters = await openMany(idle, () => subscribe(target, token, { minBytes: 500 }));
    rows.push([name, ((await memoryOf(target.child)) - before) / idle / 1_024]);
    for (const counter of [...warm, ...counters]) counter.close();
    target.child.kill("SIGKILL");
  }
  printTable(`Memory of an idle subscribed connection at ${idle}`, ["", "KiB"], rows);

  await using server = await startProcess("./serve-ours.ts", [postgres.url, tokenSecret]);
  const ours = { name: "@chat", url: server.url };
  const counters = await openMany(stormed, () => subscribe(ours, token, { minBytes: 500 }));
  const sender = await openRawSocket(server.url, token);
  const times: number[] = [];
  let storming = true;
  const sending = (async () => {
    for (let i = 0; storming; i += 1) {
      const at = performance.now();
      await sender.call("mutation", "message.send", { channelId: benchChannel, clientId: `storm-${i}`, text: "in the storm" });
      times.push(performance.now() - at);
    }
  })();
  const at = performance.now();
  for (const counter of counters) counter.close();
  const back = await Promise.all(Array.from({ length: stormed }, () => subscribe(ours, token, { minBytes: 500 })));
  const took = performance.now() - at;
  storming = false;
  await sending;
  sender[Symbol.dispose]();
  for (const counter of back) counter.close();
  console.log(
    `\nA storm of ${stormed}: all back in ${(took / 1_000).toFixed(1)} s; ${times.length} sends meanwhile, p99 ${percentile(times, 99).toFixed(0)} ms`,
  );
  await database.close();
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
