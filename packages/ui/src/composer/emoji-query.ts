const typed = /(?:^|[\s([{"'])(:([\p{L}\p{N}_+-]{2,40}))$/u;

/** The emoji that is being typed by name, from its colon to the caret, or null; code spans do not count. */
export function findEmojiQuery(text: string, caret: number): { start: number; query: string } | null {
  const line = text.slice(Math.max(text.lastIndexOf("\n", caret - 1) + 1, caret - 100), caret);
  const found = typed.exec(line);
  if (found === null || (line.match(/`/g)?.length ?? 0) % 2 === 1) return null;
  return { start: caret - (found[1]?.length ?? 0), query: found[2] ?? "" };
}
