import type { Figures } from "./measure-page.ts";

/** What a kit showed at a number of messages, and why there is nothing where there is nothing. */
export interface Result {
  kit: string;
  count: number;
  figures: Figures | null;
  problem?: string;
}

const columns: readonly { title: string; show: (figures: Figures) => string; ratio?: (figures: Figures) => number }[] = [
  { title: "load CPU ms", show: ({ loadCpuMs }) => whole(loadCpuMs), ratio: ({ loadCpuMs }) => loadCpuMs },
  { title: "DOM nodes", show: ({ nodes }) => whole(nodes), ratio: ({ nodes }) => nodes },
  {
    title: "append script p95 ms",
    show: ({ appendScriptP95Ms }) => appendScriptP95Ms.toFixed(1),
    ratio: ({ appendScriptP95Ms }) => appendScriptP95Ms,
  },
  { title: "append CPU p50 ms", show: ({ appendCpuMs }) => appendCpuMs.toFixed(1) },
  { title: "key p95 ms", show: ({ keyP95Ms }) => keyP95Ms.toFixed(1), ratio: ({ keyP95Ms }) => keyP95Ms },
  { title: "off the end px", show: ({ endOffPx }) => whole(endOffPx) },
  {
    title: "prepend moved px, mid / top",
    show: ({ prependMidPx, prependTopPx }) => `${pixels(prependMidPx)} / ${pixels(prependTopPx)}`,
  },
  { title: "frames > 50 ms %", show: ({ slowFrames }) => (slowFrames * 100).toFixed(1) },
];

const whole = (value: number) => Math.round(value).toLocaleString("en");
const pixels = (value: number) => (value === Number.POSITIVE_INFINITY ? "off screen" : whole(value));

/** Markdown, with each figure's ratio to `first`'s at the same number of messages. */
export function printFigures(results: readonly Result[], first: string): string {
  const head = ["messages", "kit", ...columns.map(({ title }) => title)];
  const rows = results.map(({ kit, count, figures, problem }) => {
    const name = [count.toLocaleString("en"), kit];
    if (!figures) return [...name, problem ?? "", ...columns.slice(1).map(() => "")];
    const own = results.find((other) => other.count === count && other.kit === first)?.figures;
    return [
      ...name,
      ...columns.map(({ show, ratio }) => {
        const times = ratio && own && kit !== first ? ` (${(ratio(figures) / ratio(own)).toFixed(1)}×)` : "";
        return show(figures) + times;
      }),
    ];
  });
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
