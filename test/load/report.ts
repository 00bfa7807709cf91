export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Prints rows of figures, each but the first row's with its ratio to the first row, the reference. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly [name: string, ...figures: number[]])[],
): void {
  const [reference] = rows;
  const cells = rows.map((row) =>
    row.map((cell, column) => {
      if (typeof cell === "string") return cell;
      const base = reference?.[column];
      const ratio = row === reference || typeof base !== "number" ? "" : ` (${(cell / base).toFixed(2)}×)`;
      return `${cell >= 100 ? Math.round(cell) : cell.toFixed(2)}${ratio}`;
    }),
  );
  console.log(`\n${title}\n`);
  console.log(`| ${columns.join(" | ")} |`);
  console.log(`|${columns.map((_, column) => (column === 0 ? "---|" : "---:|")).join("")}`);
  for (const row of cells) console.log(`| ${row.join(" | ")} |`);
}
