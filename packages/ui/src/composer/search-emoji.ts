import { emojiLocale } from "../reactions/emoji-locale.ts";
import { frequentEmoji } from "../reactions/frequent-emoji.ts";

export interface NamedEmoji {
  emoji: string;
  name: string;
}

export interface ClosedEmoji {
  emoji: string;
  start: number;
}

interface Entry extends NamedEmoji {
  words: readonly string[];
}

/** Finds emoji by the beginning of their words, best first. */
export type SearchEmoji = (query: string) => Promise<readonly NamedEmoji[]>;

const MOST = 8;
const held = new Map<string, Promise<readonly Entry[]>>();
const here = new Map<string, readonly Entry[]>();

/** Searches the data that the host serves for its picker; it is read at the first search, and again after a failure. */
export async function searchEmoji(dataUrl: string, locale: string, query: string): Promise<readonly NamedEmoji[]> {
  const url = urlOf(dataUrl, locale);
  const entries = held.get(url) ?? load(url);
  held.set(url, entries);
  entries.then(
    (loaded) => here.set(url, loaded),
    () => held.delete(url),
  );
  return rank(await entries, query, frequentEmoji(40));
}

const closed = /(?:^|[\s([{"'])(:([\p{L}\p{N}_+-]{2,40}):)$/u;

/** The emoji of a whole name between colons that ends at the caret, and where it begins; null also while the data is not here. */
export function findClosedEmoji(dataUrl: string, locale: string, text: string, caret: number): ClosedEmoji | null {
  const line = text.slice(Math.max(text.lastIndexOf("\n", caret - 1) + 1, caret - 100), caret);
  const found = closed.exec(line);
  const entries = here.get(urlOf(dataUrl, locale));
  if (found === null || entries === undefined || (line.match(/`/g)?.length ?? 0) % 2 === 1) return null;
  const wanted = wordsOf(found[2] ?? "");
  const whole = entries.filter(({ name, words }) => name === wanted || words.includes(wanted));
  const best = rank(whole, wanted, [])[0];
  return best === undefined ? null : { emoji: best.emoji, start: caret - (found[1]?.length ?? 0) };
}

/** Whole names first, then their beginnings, then other words; among equals those that this reader uses. */
export function rank(entries: readonly Entry[], query: string, frequent: readonly string[]): readonly NamedEmoji[] {
  const wanted = wordsOf(query);
  const score = ({ emoji, name, words }: Entry): number => {
    const used = frequent.includes(emoji) ? 0.5 : 0;
    if (name === wanted) return 4 + used;
    if (name.startsWith(wanted)) return 3 + used;
    if (words.includes(wanted)) return 2 + used;
    return words.some((word) => word.startsWith(wanted)) ? 1 + used : 0;
  };
  return entries
    .map((entry) => ({ entry, score: score(entry) }))
    .filter((found) => found.score > 0)
    .toSorted((a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length)
    .slice(0, MOST)
    .map(({ entry: { emoji, name } }) => ({ emoji, name }));
}

const urlOf = (dataUrl: string, locale: string) => `${dataUrl}/${emojiLocale(locale)}/data.json`;
const wordsOf = (query: string) => query.toLowerCase().replaceAll("_", " ").trim();

async function load(url: string): Promise<readonly Entry[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const data: unknown = await response.json();
  if (!Array.isArray(data)) throw new Error(`${url} holds no list.`);
  return data.flatMap(readEntry);
}

function readEntry(value: unknown): Entry[] {
  if (typeof value !== "object" || value === null || !("emoji" in value) || !("label" in value) || !("group" in value)) return [];
  const { emoji, label } = value;
  if (typeof emoji !== "string" || typeof label !== "string") return [];
  const name = label.toLowerCase();
  const tags = "tags" in value && Array.isArray(value.tags) ? value.tags.map(String) : [];
  return [{ emoji, name, words: [...name.split(/[\s:,-]+/), ...tags] }];
}
