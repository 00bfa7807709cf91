import { expect, it } from "vitest";
import { isMuted, matchesTitle } from "./list-item.ts";

it.each([
  ["Élodie Marchand", "elo", true],
  ["Design team", "TEAM des", true],
  ["Design team", "teams", false],
  ["Kernel & drivers", "& dri", true],
])("%s by %s: %s", (title, query, fits) => {
  expect(matchesTitle(title, query)).toBe(fits);
});

it("is muted until the moment has come", () => {
  const until = (mutedUntil: string | null) => ({ mutedUntil }) as Parameters<typeof isMuted>[0];
  const now = new Date("2026-11-24T10:00:00.000Z");
  expect(isMuted(until("2026-11-24T10:00:01.000Z"), now)).toBe(true);
  expect(isMuted(until("2026-11-24T09:59:59.000Z"), now)).toBe(false);
  expect(isMuted(until(null), now)).toBe(false);
  expect(isMuted(null, now)).toBe(false);
});
