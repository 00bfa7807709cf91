import type { BenchDatabase } from "./bench-database.ts";
import type { BenchSize } from "./bench-size.ts";
import { median } from "./percentile.ts";

/** What a measure works with. */
export interface Bench {
  readonly size: BenchSize;
  readonly postgres: BenchDatabase;
  /** Tells who waits what goes on. */
  say(line: string): void;
}

/** One line of the table: the median of each server that was measured. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly figures: Figures;
  /** The name of the figure that counts as 1, where there is one. */
  readonly reference?: string;
  readonly target?: Target;
}

/** By the server's name. */
export type Figures = Readonly<Record<string, number>>;

export interface Target {
  readonly text: string;
  isMet(figure: number, ratio: number): boolean;
}

export const ratioAtMost = (most: number): Target => ({ text: `≤ ${most}×`, isMet: (_, ratio) => ratio <= most });
export const ratioAtLeast = (least: number): Target => ({ text: `≥ ${least}×`, isMet: (_, ratio) => ratio >= least });
export const figureAtMost = (most: number): Target => ({
  text: `≤ ${most.toLocaleString("en")}`,
  isMet: (figure) => figure <= most,
});

/** Medians over rounds in each of which every subject is measured once, each round beginning with another one. */
export async function alternate<S extends { readonly name: string }, F extends string>(
  subjects: readonly S[],
  rounds: number,
  measure: (subject: S, round: number) => Promise<Record<F, number>>,
): Promise<Record<F, Figures>> {
  const measured = new Map<string, Record<F, number>[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)])
      measured.get(subject.name)?.push(await measure(subject, round));
  }
  const names = Object.keys(measured.values().next().value?.[0] ?? {}) as F[];
  const mediansOf = (name: F) =>
    Object.fromEntries([...measured].map(([subject, all]) => [subject, median(all.map((each) => each[name]))]));
  return Object.fromEntries(names.map((name) => [name, mediansOf(name)])) as Record<F, Figures>;
}
