const MOST_MARKS = 1_000;
const MOST_EMPHASIS = 300;
const DEEPEST = 8;

const fenced = /^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n|$)[\s\S]*?(?:^ {0,3}\1|(?![\s\S]))/gm;
const mark = /[[\]*_~`<>|&\\!#+@-]|\d[.)] /g;
const emphasis = /\*+|_+|~+/g;
const deep = new RegExp(String.raw`^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){${DEEPEST + 1}}`, "m");

/**
 * True for text with more marks outside of code than anybody writes. A parser's time grows with their square (measured: 5,000 stars take
 * seconds, 5,000 nested quotes end the stack), and whoever can write in a channel could stop every reader's tab with one message.
 */
export function isIntricate(text: string): boolean {
  if (text.length <= MOST_EMPHASIS) return deep.test(text);
  const outside = text.replaceAll(fenced, "");
  return deep.test(outside) || count(outside, emphasis) > MOST_EMPHASIS || count(outside, mark) > MOST_MARKS;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
