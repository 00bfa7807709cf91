/**
 * Where a cell begins that a spreadsheet takes for a formula; a quote before it makes it text (OWASP). Some split at semicolons or tabs, as their
 * country does, and at lines, also within quotes.
 */
const formulas = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠\t\r\0])/g;
const guards = /(?<=^|[;\t\r\n])'(?=[=+\-@＝＋－＠\t\r\0])/g;

function toCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  // A number of ours is a number, also below zero; what people wrote is text.
  const safe = typeof value === "string" ? text.replace(formulas, "'") : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What was written, of a cell of `toCsv`. */
export const fromCell = (cell: string): string => cell.replace(guards, "");

/** CSV by RFC 4180: CRLF after each row, cells quoted where they need it, and none that a spreadsheet would compute, whatever it splits at. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}
