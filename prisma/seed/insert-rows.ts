import type { SeedQueryable } from "./seed-demo.ts";

const ROWS_A_STATEMENT = 1000;

/** Inserts rows whose keys are columns of `table`; all rows have the keys of the first. */
export async function insertRows(tx: SeedQueryable, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first)
    .map((key) => `"${key}"`)
    .join(", ");
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const page = JSON.stringify(rows.slice(from, from + ROWS_A_STATEMENT));
    await tx.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      [page],
    );
  }
}
