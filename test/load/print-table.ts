import { ours, peers } from "./servers/names.ts";
import type { Row } from "./measure.ts";

/** Prints all that was measured: ours with its ratio to the reference of the same run, whether the target is reached, and the peers. */
export function printTable(rows: readonly Row[]): void {
  const columns = ["measured", "", ours, "ratio", "target", "reference = 1", ...peers];
  const lines = rows.map(toCells);
  const widths = columns.map((column, i) =>
    Math.max(...[column, ...lines.map((cells) => cells[i] ?? "")].map(({ length }) => length)),
  );
  const print = (cells: readonly string[], fill = " ") =>
    console.log(`| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(" | ")} |`);
  console.log("");
  print(columns);
  print(
    columns.map(() => "---"),
    "-",
  );
  for (const cells of lines) print(cells);
}

function toCells({ what, unit, figures, reference, target }: Row): string[] {
  const one = figures[reference ?? ""] ?? Number.NaN;
  const own = figures[ours] ?? Number.NaN;
  const times = (figure: number) => (reference === undefined ? "" : `${format(figure / one)}×`);
  const verdict = target === undefined ? "" : `${target.text} ${target.isMet(own, own / one) ? "reached" : "MISSED"}`;
  const peer = (name: string) => {
    const figure = figures[name];
    return figure === undefined || name === reference ? "" : `${format(figure)} (${times(figure)})`;
  };
  const measuredBy = reference === undefined ? "" : `${reference} ${format(one)}`;
  return [what, unit, format(own), times(own), verdict, measuredBy, ...peers.map(peer)];
}

function format(figure: number): string {
  if (figure >= 100) return Math.round(figure).toLocaleString("en");
  return figure.toFixed(figure >= 10 ? 1 : 2);
}
