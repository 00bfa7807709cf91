const START = "\u2068";
const END = "\u2069";
/** Between letters of its own everything keeps its order by itself. */
const steady = /^[a-z](?:[ -~’]*[a-z])?$/i;

type Texts = { readonly [name: string]: Texts | string | ((...values: never[]) => string) };

const isolated = new WeakMap<object, object>();

/**
 * English texts for a place where text runs from the right: each runs as its own first letter does, its full stop and figures too. By characters
 * and not by elements, since names, titles and placeholders are texts as well.
 */
export function isolateTexts<T extends object>(texts: T): T {
  const made = isolated.get(texts) ?? isolate(texts as Texts);
  isolated.set(texts, made);
  return made as T;
}

function isolate(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, isolateOne(text)]));
}

function isolateOne(text: Texts[string]): Texts[string] {
  if (typeof text === "string") return mark(text);
  if (typeof text === "function") return (...values) => mark(text(...values));
  return isolate(text);
}

function mark(text: string): string {
  return steady.test(text) ? text : `${START}${text}${END}`;
}
