import { expect, it } from "vitest";
import { keyNames } from "./key-map.ts";

it.each([
  ["Mod+Shift+9", false, "Ctrl+Shift+9"],
  ["Mod+Shift+9", true, "⌘⇧9"],
  ["Alt+↑", true, "⌥↑"],
  ["+", false, "+"],
  ["?", true, "?"],
])("%s (Apple: %s) is %s", (combination, isApple, expected) => {
  expect(keyNames(combination, isApple)).toBe(expected);
});
