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

const apple: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };

/** A combination as it stands on the reader's keyboard. */
export function keyNames(combination: string, isApple: boolean): string {
  const parts = combination.split("+").map((part) => (isApple ? apple[part] : part === "Mod" ? "Ctrl" : undefined) ?? part);
  // "+" alone is a key of its own.
  return combination === "+" ? "+" : parts.join(isApple ? "" : "+");
}
