/** A text as words are compared: without case, diacritics, width and what is not seen. */
export interface FoldedText {
  readonly text: string;
  /** For each place of it, where it stood in the original, and at last the original's end; null where all places are the same. */
  readonly places: readonly number[] | null;
}

const mark = /[\p{Mn}\p{Me}\p{Cf}\u00AD]/gu;
/** ASCII has nothing to fold but its case. */
const ascii = /^[\x00-\x7F]*$/;

/** Folds a text, in time linear in its length. `ﬁ` is `fi`, `É` is `e`, and a zero-width space is nothing. */
export function foldText(original: string): FoldedText {
  if (ascii.test(original)) return { text: original.toLowerCase(), places: null };
  let text = "";
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    at += character.length;
  }
  places.push(at);
  return { text, places };
}

const known = new Map<string, string>();
/** Of the characters of the world most texts use few. */
const maxKnown = 10_000;

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = character.normalize("NFKD").replace(mark, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ı", "i");
    if (known.size < maxKnown) known.set(character, folded);
  }
  return folded;
}
