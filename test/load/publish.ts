import { setTimeout } from "node:timers/promises";
import type { Workspace } from "./make-workspace.ts";
import type { ServerProcess } from "./server-process.ts";
import type { Audience } from "./subscribe.ts";

/** Tells a server where the events of this audience go; for ours the channel opened anew, at the version that the database has. */
export function aimAt(server: ServerProcess, { channelIds, people, version }: Workspace): void {
  server.order({ channel: { channelId: channelIds[0] ?? "", memberCount: people.length, version } });
}

/**
 * A closed loop for some time: at most `window` events are on their way, and whatever the last listener has had in a turn of our event loop is
 * published anew, in one order. Answers deliveries a second and the server's CPU microseconds for each, up to the last delivery.
 */
export async function saturate(
  server: ServerProcess,
  audience: Audience,
  { window, ms }: { window: number; ms: number },
): Promise<{ rate: number; cpu: number }> {
  const { last, listeners } = audience;
  const before = last.events;
  const { cpu } = await server.usage("now");
  const start = performance.now();
  let outstanding = window;
  let heard = 0;
  const done = new Promise<void>((resolve) => {
    const goOn = () => {
      const count = heard;
      heard = 0;
      if (performance.now() - start < ms) server.order({ publish: count });
      else if ((outstanding -= count) === 0) resolve();
    };
    last.onEvent = () => {
      heard += 1;
      if (heard === 1) setImmediate(goOn);
    };
    server.order({ publish: window });
  });
  await patiently(done);
  last.onEvent = null;
  await audience.heard(last.events);
  const took = performance.now() - start;
  const deliveries = (last.events - before) * listeners.length;
  return { rate: (deliveries * 1_000) / took, cpu: ((await server.usage("now")).cpu - cpu) / deliveries };
}

/**
 * An open loop at a fixed rate of deliveries. An event that is late because the machine was busy waits for the one before, so that no server can
 * gather what others write one by one. Answers the server's CPU microseconds a delivery, and how long after it was due each came, in milliseconds.
 */
export async function pace(
  server: ServerProcess,
  audience: Audience,
  { rate, ms }: { rate: number; ms: number },
): Promise<{ cpu: number; times: number[] }> {
  const { listeners, last } = audience;
  const everyMs = (listeners.length * 1_000) / rate;
  const count = Math.max(1, Math.round(ms / everyMs));
  const before = last.events;
  const times: number[] = [];
  const { cpu } = await server.usage("now");
  const start = performance.now();
  let missing = 0;
  let goOn = () => {};
  for (const listener of listeners)
    listener.onEvent = () => {
      times.push(performance.now() - start - (listener.events - before - 1) * everyMs);
      if ((missing -= 1) === 0) goOn();
    };
  for (let i = 0; i < count; i += 1) {
    await setTimeout(Math.max(0, start + i * everyMs - performance.now()));
    missing = listeners.length;
    const heard = new Promise<void>((resolve) => (goOn = resolve));
    server.order({ publish: 1 });
    await patiently(heard);
  }
  for (const listener of listeners) listener.onEvent = null;
  return { cpu: ((await server.usage("now")).cpu - cpu) / (count * listeners.length), times };
}

const patienceMs = 60_000;

/** Rejects where something that must come does not: a delivery was lost. */
async function patiently(something: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const never = setTimeout(patienceMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error("A delivery was lost.");
  });
  never.catch(() => undefined);
  try {
    await Promise.race([something, never]);
  } finally {
    timer.abort();
  }
}
