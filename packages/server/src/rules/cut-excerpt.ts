/** Characters on either side of a cut in which a mention that it goes through begins and ends. */
const reach = 300;
/** Its label is bounded, so that looking for one in a text made to be slow is not. */
const mention = /\[@(?:\\.|[^\]\\\n]){1,200}\]\(mention:[A-Za-z0-9-]{1,40}\)/g;

/** Some `size` characters of a text from `from` on, with … where more stands before or after. No mention is cut: half a link is no name. */
export function cutExcerpt(text: string, from: number, size: number): string {
  const start = mentionAt(text, from)?.start ?? from;
  const end = mentionAt(text, from + size)?.end ?? from + size;
  return `${start > 0 ? "…" : ""}${text.slice(start, end).toWellFormed()}${end < text.length ? "…" : ""}`;
}

function mentionAt(text: string, at: number): { start: number; end: number } | undefined {
  const left = Math.max(0, at - reach);
  for (const { 0: found, index } of text.slice(left, at + reach).matchAll(mention)) {
    const start = left + index;
    if (start < at && at < start + found.length) return { start, end: start + found.length };
  }
  return undefined;
}
