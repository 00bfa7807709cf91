/** A spreadsheet takes a cell that begins so for a formula; a quote before it makes it text (OWASP). */
const formula = /^[=+\-@\t\r\0]/;

function toCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  // A number of ours is a number, also below zero; what people wrote is text.
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * CSV by RFC 4180: CRLF after each row, cells quoted where they need it, and none that a spreadsheet would compute. Semicolons and tabs are quoted
 * too: a spreadsheet of another country splits at them.
 */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}
