import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { reactorNames } from "./reactor-names.ts";

const names: Record<string, string> = { a: "Ann", b: "Ben", c: "Cleo" };
const say = (ids: string[], count: number, me = "me") => reactorNames(ids, count, me, (id) => names[id], english, "en");

it.each([
  [["a"], 1, "Ann"],
  [["a", "b"], 2, "Ann and Ben"],
  [["a", "b", "me"], 3, "You, Ann, and Ben"],
  [["a", "b"], 5, "Ann, Ben and 3 others"],
  [["a"], 2, "Ann and 1 other"],
  [["x", "y"], 2, "2 people"],
  [["x", "a"], 2, "Ann and 1 other"],
])("%j of %i: %s", (ids, count, expected) => {
  expect(say(ids, count)).toBe(expected);
});
