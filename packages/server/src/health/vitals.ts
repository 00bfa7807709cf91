import { monitorEventLoopDelay } from "node:perf_hooks";
import type { HealthReport } from "@chat/contract";
import type { Nodes } from "../nodes/open-nodes.ts";

type Lag = HealthReport["node"]["loopLagMs"];

/** Milliseconds between two looks at the event loop, and of the window that a figure is of. */
const resolutionMs = 20;
const windowMs = 60_000;

/** What this node knows of itself from its start on. */
export interface Vitals {
  readonly startedAt: Date;
  readonly nodes: Nodes;
  loopLag(): Lag;
  stop(): void;
}

export function watchVitals(nodes: Nodes): Vitals {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  const read = (): Lag => ({ p50: lagOf(delay.percentile(50)), p99: lagOf(delay.percentile(99)) });
  let last: Lag = { p50: 0, p99: 0 };
  const timer = setInterval(() => {
    last = read();
    delay.reset();
  }, windowMs);
  timer.unref();
  return {
    startedAt: new Date(),
    nodes,
    loopLag() {
      const now = read();
      return now.p99 > last.p99 ? now : last;
    },
    stop() {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/** Of nanoseconds between two looks, what was too much. */
function lagOf(nanoseconds: number): number {
  const ms = Number.isFinite(nanoseconds) ? nanoseconds / 1_000_000 - resolutionMs : 0;
  return Math.max(0, Math.round(ms * 10) / 10);
}
