/** Where something stands in a text: its first place and the one after its last. */
export type Span = readonly [from: number, to: number];

/** What stands in the place of what a rule masks. */
const mask = "***";

/** The text with each span masked; those that touch or overlap become one. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  const sorted = spans.filter(([from, to]) => to > from).sort(([a], [b]) => a - b);
  let masked = "";
  let at = 0;
  let isOpen = false;
  for (const [from, to] of sorted) {
    if (from > at || !isOpen) masked += text.slice(at, Math.max(at, from)) + mask;
    isOpen = true;
    at = Math.max(at, to);
  }
  return masked + text.slice(at);
}
