import type { TextChange } from "./wrap-selection.ts";

const lineMarks = {
  quote: { pattern: /^> ?/, make: () => "> " },
  bullets: { pattern: /^[-*+] /, make: () => "- " },
  numbers: { pattern: /^\d+\. /, make: (at: number) => `${at + 1}. ` },
} as const;

/** Marks each line of the selection as a quote or an item of a list, or takes the marks away where all have them. */
export function markLines(text: string, start: number, end: number, mark: keyof typeof lineMarks): TextChange {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const after = text.indexOf("\n", end);
  const to = after < 0 ? text.length : after;
  const { pattern, make } = lineMarks[mark];
  const lines = text.slice(from, to).split("\n");
  const all = lines.every((line) => pattern.test(line));
  const insert = lines.map((line, at) => (all ? line.replace(pattern, "") : make(at) + line.replace(pattern, ""))).join("\n");
  const caret = from + insert.length;
  return { start: from, end: to, insert, selectStart: start === end ? caret : from, selectEnd: caret };
}

const item = /^(\s*)(?:([-*+])|(\d+)\.)( (?:\[[ x]\] )?)/;

/** What a line break adds in a list: the next item, or the end of the list after an empty one. Null outside of lists. */
export function continueList(text: string, caret: number): TextChange | null {
  const from = text.lastIndexOf("\n", caret - 1) + 1;
  const line = text.slice(from, caret);
  const found = item.exec(line);
  if (!found) return null;
  const [mark, indent = "", bullet, number, gap = " "] = found;
  if (line === mark) return { start: from, end: caret, insert: "\n", selectStart: from + 1, selectEnd: from + 1 };
  const insert = `\n${indent}${bullet ?? `${Number(number) + 1}.`}${gap.replace("x", " ")}`;
  return { start: caret, end: caret, insert, selectStart: caret + insert.length, selectEnd: caret + insert.length };
}

/** A pasted address over selected words makes them a link; null for all else, which is pasted as it is. */
export function linkSelection(text: string, start: number, end: number, pasted: string): TextChange | null {
  const selected = text.slice(start, end);
  const address = pasted.trim();
  if (selected.trim() === "" || selected.includes("\n") || /^https?:\/\/\S+$/.test(selected)) return null;
  if (!/^https?:\/\/\S+$/.test(address) || !URL.canParse(address)) return null;
  const insert = `[${selected.replaceAll(/[[\]\\]/g, "\\$&")}](${address.replaceAll("(", "%28").replaceAll(")", "%29")})`;
  return { start, end, insert, selectStart: start + insert.length, selectEnd: start + insert.length };
}
