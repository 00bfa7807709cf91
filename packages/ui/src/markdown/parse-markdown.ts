import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { gatherTables, markBars } from "./gather-tables.ts";
import { gfmNodes } from "./gfm-nodes.ts";
import { isIntricate } from "./is-intricate.ts";
import { linkAddresses } from "./link-addresses.ts";
import { splitSpoilers } from "./split-spoilers.ts";

// Off, since in a chat they surprise: HTML (stays text, letter by letter), code by indenting, headings by underlining, and definitions, which
// swallow the line that was typed. GitHub's footnotes would too, so they are not among its extensions here.
const plain = { disable: { null: ["htmlFlow", "htmlText", "codeIndented", "setextUnderline", "definition"] } };
const options = {
  extensions: [gfmAutolinkLiteral(), gfmStrikethrough(), gfmTaskListItem(), plain],
  mdastExtensions: [gfmNodes],
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
    : splitSpoilers(gatherTables(linkAddresses(fromMarkdown(markBars(text), options))));
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
