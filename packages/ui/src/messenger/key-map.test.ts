import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { keyNames } from "./key-map.ts";

const keys = { ...english.keys, shiftKey: "Umschalt", enterKey: "Eingabe" };

it.each([
  ["Mod+Shift+9", false, "Ctrl+Umschalt+9"],
  ["Mod+Shift+9", true, "⌘⇧9"],
  ["Alt+↑", true, "⌥↑"],
  ["+", false, "+"],
  ["?", true, "?"],
  ["Shift+Enter", false, "Umschalt+Eingabe"],
  ["Shift+Enter", true, "⇧Eingabe"],
])("%s (Apple: %s) is %s", (combination, isApple, expected) => {
  expect(keyNames(combination, isApple, { keys })).toBe(expected);
});
