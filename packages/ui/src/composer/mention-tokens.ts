/** Someone whom a draft mentions. `id` is a user's id, or `channel` or `here` for everyone. */
export interface DraftMention {
  id: string;
  name: string;
}

/** What stands in the textarea: plain text with `@Ann` tokens, and whom the tokens mean, in order of appearance for equal names. */
export interface DraftText {
  text: string;
  mentions: readonly DraftMention[];
}

const link = /\[@((?:\\.|[^\]\\\n])+)\]\(mention:([A-Za-z0-9-]+)\)/g;
const code = /(```[\s\S]*?(?:```|$)|`[^`\n]+`)/g;

const escapeLabel = (name: string) => name.replace(/[\\[\]`*_~<]/g, "\\$&");
const unescapeLabel = (label: string) => label.replace(/\\(.)/g, "$1");
const escapePattern = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Finds the tokens of the given names: a token begins a word, and no letter or digit follows it. Longer names win. */
function tokenPattern(names: Iterable<string>): RegExp | null {
  const sorted = [...new Set(names)].toSorted((a, b) => b.length - a.length).map(escapePattern);
  if (sorted.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}_@/])@(${sorted.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
}

/** Markdown source of a draft: each token becomes `[@Ann](mention:<id>)`, but not inside code. */
export function draftToMarkdown({ text, mentions }: DraftText): string {
  const pattern = tokenPattern(mentions.map((mention) => mention.name));
  if (pattern === null) return text;
  const seen = new Map<string, number>();
  return text
    .split(code)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(pattern, (token, name: string) => {
            const same = mentions.filter((mention) => mention.name === name);
            const at = seen.get(name) ?? 0;
            seen.set(name, at + 1);
            const mention = same[Math.min(at, same.length - 1)];
            return mention === undefined ? token : `[@${escapeLabel(name)}](mention:${mention.id})`;
          }),
    )
    .join("");
}

/** The way back, for editing: links to people become tokens. */
export function markdownToDraft(source: string): DraftText {
  const mentions: DraftMention[] = [];
  const text = source.replace(link, (_, label: string, id: string) => {
    const name = unescapeLabel(label);
    mentions.push({ id, name });
    return `@${name}`;
  });
  return { text, mentions };
}

/**
 * Puts a person's token in place of what was typed from `start` (the `@`) to `end`, followed by one space.
 * `caret` is where typing goes on.
 */
export function insertMention(draft: DraftText, start: number, end: number, person: DraftMention): DraftText & { caret: number } {
  const before = draft.text.slice(0, start);
  const after = draft.text.slice(end).replace(/^ /, "");
  const pattern = tokenPattern([person.name]);
  const earlier = pattern === null ? 0 : [...before.matchAll(pattern)].length;
  const same = draft.mentions.filter((mention) => mention.name === person.name);
  const others = draft.mentions.filter((mention) => mention.name !== person.name);
  return {
    text: `${before}@${person.name} ${after}`,
    mentions: [...others, ...same.toSpliced(earlier, 0, { id: person.id, name: person.name })],
    caret: start + person.name.length + 2,
  };
}

/** Leaves out people whose tokens are no longer in the text. */
export function pruneMentions({ text, mentions }: DraftText): readonly DraftMention[] {
  const kept = mentions.filter((mention) => text.includes(`@${mention.name}`));
  return kept.length === mentions.length ? mentions : kept;
}
