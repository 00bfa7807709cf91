const colon = 58;
const backslash = 92;

/**
 * The value of a JSON text in which no object names a key twice: parsers disagree on which of the two counts, so that what a proxy checked need
 * not be what is done here. Throws a SyntaxError for one that does, and for what is no JSON.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Counted rather than compared: `"a"` and `"\u0061"` are one key, and only the parser's own reading of them tells.
  if (typeof value === "object" && value !== null && countNames(text) !== countKeys(value))
    throw new SyntaxError("An object names a key twice.");
  return value;
}

/** Keys that are written in a valid JSON text. */
function countNames(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    at = endOfString(text, at + 1);
    if (isNameEndedBy(text, at + 1)) count += 1;
  }
  return count;
}

/** Where the string whose first character is at `from` has its closing quote. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (text.charCodeAt(end - 1) === backslash && isEscaped(text, from, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text.charCodeAt(first - 1) === backslash) first -= 1;
  return (at - first) % 2 === 1;
}

/** Whether the next character that is no white space is a colon. */
function isNameEndedBy(text: string, from: number): boolean {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 32) return code === colon;
  }
  return false;
}

/** Keys of a parsed value and of all that it holds; not recursive, as it may be as deep as its text is long. */
function countKeys(value: object): number {
  const open: object[] = [value];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += inner.length;
    for (const each of inner) if (typeof each === "object" && each !== null) open.push(each);
  }
  return count;
}
