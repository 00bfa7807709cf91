import { expect, it } from "vitest";
import { hueOf, initials } from "./initials.ts";

it.each([
  ["Ann", "A"],
  ["Ann Bell", "AB"],
  ["ann  middle bell", "AB"],
  ["|QuaD-", "Q"],
  ["mary-jane", "MJ"],
  ["王小明", "王"],
  ["محمد علي", "مع"],
  ["👩‍🚀 Ada", "👩‍🚀A"],
  ["", "?"],
  ["...", "?"],
])("%j is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("is one letter where there is no room for two", () => {
  expect([initials("Ann Bell", 1), initials("王小明", 1), initials("...", 1)]).toEqual(["A", "王", "?"]);
});

it("gives an id one colour, and different ids different ones", () => {
  const ids = Array.from({ length: 200 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`);
  expect(hueOf(ids[3] ?? "")).toBe(hueOf(ids[3] ?? ""));
  expect(new Set(ids.map(hueOf)).size).toBeGreaterThan(18);
});
