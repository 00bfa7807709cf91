import { expect, it } from "vitest";
import { parsePreferences } from "./preferences.ts";

it("keeps what a reader chose", () => {
  expect(parsePreferences("dark", "Europe/Berlin")).toEqual({ theme: "dark", timeZone: "Europe/Berlin" });
});

it("takes nothing else from a cookie", () => {
  expect(parsePreferences('"><script>', "Mars/Olympus")).toEqual({ theme: "system", timeZone: undefined });
  expect(parsePreferences(undefined, undefined)).toEqual({ theme: "system", timeZone: undefined });
});
