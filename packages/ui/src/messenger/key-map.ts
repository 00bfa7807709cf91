import type { Catalogue } from "../catalogue/english.ts";

type Word = keyof Catalogue["keys"];

/** Every key that the kit listens to: what it does, and by which. `Mod` is Ctrl, or ⌘ on an Apple keyboard. */
export const keyMap: readonly { section: Word; keys: readonly (readonly [what: Word, combinations: readonly string[]])[] }[] = [
  {
    section: "anywhere",
    keys: [
      ["search", ["Mod+K"]],
      ["neighbours", ["Alt+↑", "Alt+↓"]],
      ["close", ["Esc"]],
      ["map", ["?"]],
    ],
  },
  {
    section: "messages",
    keys: [
      ["move", ["↑", "↓"]],
      ["ends", ["Home", "End"]],
      ["actions", ["Enter"]],
      ["reply", ["R"]],
      ["thread", ["T"]],
      ["edit", ["E"]],
      ["react", ["+"]],
      ["select", ["X"]],
    ],
  },
  {
    section: "writing",
    keys: [
      ["send", ["Enter"]],
      ["newLine", ["Shift+Enter"]],
      ["editLast", ["↑"]],
      ["mention", ["@"]],
      ["emoji", [":"]],
    ],
  },
  {
    section: "formatting",
    keys: [
      ["bold", ["Mod+B"]],
      ["italic", ["Mod+I"]],
      ["code", ["Mod+E"]],
      ["strike", ["Mod+Shift+X"]],
      ["spoiler", ["Mod+Shift+S"]],
      ["quote", ["Mod+Shift+9"]],
      ["bullets", ["Mod+Shift+8"]],
      ["numbers", ["Mod+Shift+7"]],
    ],
  },
];

const signs: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };
const named: Readonly<Record<string, Word>> = {
  Mod: "controlKey",
  Alt: "altKey",
  Shift: "shiftKey",
  Enter: "enterKey",
  Esc: "escapeKey",
  Home: "homeKey",
  End: "endKey",
};

/** A combination as it stands on the reader's keyboard; an Apple keyboard has signs where others have words. */
export function keyNames(combination: string, isApple: boolean, t: Pick<Catalogue, "keys">): string {
  // "+" alone is a key of its own.
  if (combination === "+") return "+";
  const nameOf = (key: string) => (isApple && signs[key]) || (named[key] ? t.keys[named[key]] : key);
  return combination
    .split("+")
    .map(nameOf)
    .join(isApple ? "" : "+");
}
