/** Rows show one line, so no more of a message than this is looked at. */
const longest = 240;

/**
 * One plain line out of markdown source, for lists, quotes and titles. It only strips the common marks: parsing every row of a list as
 * markdown costs a millisecond each, and the line is rendered as text whatever is left in it.
 */
export function previewText(source: string): string {
  const isCut = source.length > longest * 2;
  return source
    .slice(0, longest * 2)
    .replace(/```[^\n`]*\n?([\s\S]*?)(?:```|$)/g, " $1 ")
    .replace(/!?\[((?:\\.|[^\]\\\n])*)\]\([^)\s]*\)/g, "$1")
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replace(/(\*\*|__|~~|`)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}\\])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\|\|(?=[^|])[\s\S]*?(?:\|\||$)/g, (hidden) => (hidden.endsWith("||") || isCut ? "▒▒▒" : hidden))
    .replace(/\\([\\`*_{}[\]()#+.!<>~-])/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}
