/** `text` as a LIKE pattern of "contains", whatever signs it holds. */
export function containsPattern(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
