const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const firstLetter = (word: string) => [...segmenter.segment(word)][0]?.segment ?? "";

/** One letter that stands for a name, or two if `most` is 2; marks before the first letter are passed over where a letter follows. */
export function initials(name: string, most: 1 | 2 = 2): string {
  const words = name
    .trim()
    .split(/[\s._\-|]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+(?=.*[\p{L}\p{N}])/u, ""))
    .filter((word) => word !== "");
  const [first, ...others] = words;
  if (!first) return "?";
  const last = most === 2 ? others.at(-1) : undefined;
  return (firstLetter(first) + (last ? firstLetter(last) : "")).toLocaleUpperCase();
}

/** A hue of 0 to 359 that stays the same for an id. */
export function hueOf(id: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 16_777_619);
  return ((hash >>> 0) % 24) * 15;
}
