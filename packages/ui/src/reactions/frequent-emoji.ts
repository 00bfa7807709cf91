const KEY = "chat.frequent-emoji";
const first = ["👍", "❤️", "😂", "🎉", "👀", "✅", "🙏", "😮"];
const most = 40;

function read(): Record<string, number> {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof held !== "object" || held === null) return {};
    return Object.fromEntries(Object.entries(held).filter(([, count]) => typeof count === "number"));
  } catch {
    return {}; // no storage here, or not ours: the usual ones do
  }
}

/** The emoji that this reader uses most, filled up with the usual ones. */
export function frequentEmoji(count: number): string[] {
  const used = Object.entries(typeof localStorage === "undefined" ? {} : read())
    .sort(([, a], [, b]) => b - a)
    .map(([emoji]) => emoji);
  return [...new Set([...used, ...first])].slice(0, count);
}

/** Remembers that an emoji was used, in this browser only. */
export function noteEmoji(emoji: string): void {
  const counts = read();
  counts[emoji] = (counts[emoji] ?? 0) + 1;
  const kept = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Storage is full or refused: the next visit starts with the usual ones.
  }
}
