import type { SiteSize } from "./fill-site.ts";

/** How much is measured, and for how long. */
export interface BenchSize {
  /** Each figure is the median of so many rounds. */
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly subscribers: readonly number[];
  readonly idleConnections: number;
  readonly stormed: number;
  readonly idleSends: number;
  readonly reads: number;
  readonly longChannel: number;
  readonly site: SiteSize;
}

export const fullSize: BenchSize = {
  rounds: 3,
  warmUpMs: 500,
  measureMs: 2_000,
  subscribers: [100, 500, 1_000],
  idleConnections: 5_000,
  stormed: 2_000,
  idleSends: 200,
  reads: 400,
  longChannel: 100_000,
  site: { people: 100_000, groups: 10_000, messages: 1_000_000 },
};

/** A minute: whether all still runs. Its figures are too noisy to be quoted. */
export const quickSize: BenchSize = {
  rounds: 1,
  warmUpMs: 200,
  measureMs: 500,
  subscribers: [100],
  idleConnections: 500,
  stormed: 200,
  idleSends: 50,
  reads: 80,
  longChannel: 10_000,
  site: { people: 1_000, groups: 100, messages: 10_000 },
};
