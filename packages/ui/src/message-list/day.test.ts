import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { dayLabel, dayOf } from "./day.ts";

const now = Date.parse("2026-11-24T12:00:00.000Z");

it("knows zones that are not whole hours away, and both sides of midnight", () => {
  expect(dayOf("2026-11-24T18:14:59.999Z", "Asia/Kathmandu")).toBe("2026-11-24");
  expect(dayOf("2026-11-24T18:15:00.000Z", "Asia/Kathmandu")).toBe("2026-11-25");
  expect(dayOf("2026-11-24T18:15:00.000Z", "UTC")).toBe("2026-11-24");
});

it.each([
  ["2026-11-24", "Today"],
  ["2026-11-23", "Yesterday"],
  ["2026-11-20", "Friday"],
  ["2026-11-17", "Tue, November 17"],
  ["2025-11-24", "Mon, November 24, 2025"],
  ["2026-11-25", "Wed, November 25"],
])("%s is %s", (day, label) => {
  expect(dayLabel(day, "UTC", english, "en", now)).toBe(label);
});
