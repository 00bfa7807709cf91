/** A mention that is being typed: `query` stands after the `@` at `start`, up to the caret. */
export interface MentionQuery {
  start: number;
  query: string;
}

const typed = /(?:^|[\s([{"'])@([\p{L}\p{N}_.'-]*(?: [\p{L}\p{N}_.'-]*)?)$/u;

/** The mention under the caret, or null. One space is allowed, so that a full name can be typed; code spans do not count. */
export function findMentionQuery(text: string, caret: number): MentionQuery | null {
  const line = text.slice(Math.max(text.lastIndexOf("\n", caret - 1) + 1, caret - 100), caret);
  const found = typed.exec(line);
  if (found === null) return null;
  if ((line.match(/`/g)?.length ?? 0) % 2 === 1) return null;
  const query = found[1] ?? "";
  if (query.startsWith(" ")) return null;
  return { start: caret - query.length - 1, query };
}
