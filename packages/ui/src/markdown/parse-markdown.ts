import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { isIntricate } from "./is-intricate.ts";

// Off, since in a chat they surprise: HTML (stays text, letter by letter), code by indenting, headings by underlining,
// definitions and footnotes (they swallow the line that was typed).
const plain = {
  disable: {
    null: [
      "htmlFlow",
      "htmlText",
      "codeIndented",
      "setextUnderline",
      "definition",
      "gfmFootnoteDefinition",
      "gfmFootnoteCall",
      "gfmPotentialFootnoteCall",
    ],
  },
};

/** Trees held; about what a screen and the way back to it need. */
const HELD = 600;
const held = new Map<string, Root>();

/** Markdown source to a tree, kept by text: a parse costs near a millisecond and rows come and go while scrolling. */
export function parseMarkdown(text: string): Root {
  const known = held.get(text);
  if (known) {
    held.delete(text);
    held.set(text, known);
    return known;
  }
  const root = isIntricate(text)
    ? asWritten(text)
    : fromMarkdown(text, { extensions: [gfm(), plain], mdastExtensions: [gfmFromMarkdown()] });
  held.set(text, root);
  if (held.size > HELD) {
    const oldest = held.keys().next();
    if (!oldest.done) held.delete(oldest.value);
  }
  return root;
}

function asWritten(text: string): Root {
  return { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] };
}
