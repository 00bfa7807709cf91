import { expect, it } from "vitest";
import { activityTime, timeAgo } from "./activity-time.ts";

const now = new Date(2026, 10, 24, 9, 30);
const iso = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

it("shortens by distance", () => {
  expect(activityTime(iso(2026, 10, 24, 0, 5), now, { locale: "en-GB" })).toBe("00:05");
  expect(activityTime(iso(2026, 10, 23, 23, 59), now, { locale: "en-GB" })).toBe("Yesterday");
  expect(activityTime(iso(2026, 10, 20, 12, 0), now, { locale: "en-GB" })).toBe("Fri");
  expect(activityTime(iso(2026, 10, 17, 12, 0), now, { locale: "en-GB" })).toBe("17 Nov");
  expect(activityTime(iso(2025, 10, 17, 12, 0), now, { locale: "en-GB" })).toBe("17 Nov 2025");
});

it("speaks the reader's language", () => {
  expect(activityTime(iso(2026, 10, 23, 12, 0), now, { locale: "de" })).toBe("Gestern");
});

it("treats a clock that runs ahead as today", () => {
  expect(activityTime(iso(2026, 10, 24, 9, 31), now, { locale: "en-GB" })).toBe("09:31");
});

it("tells how long ago", () => {
  expect(timeAgo(iso(2026, 10, 24, 9, 30), now, { locale: "en" })).toBeNull();
  expect(timeAgo(iso(2026, 10, 24, 9, 12), now, { locale: "en" })).toBe("18 minutes ago");
  expect(timeAgo(iso(2026, 10, 24, 6, 0), now, { locale: "en" })).toBe("3 hours ago");
  expect(timeAgo(iso(2026, 10, 23, 9, 0), now, { locale: "en" })).toBe("yesterday");
  expect(timeAgo(iso(2026, 9, 3, 9, 0), now, { locale: "en-GB" })).toBe("3 Oct");
});

it("counts days in the reader's own zone", () => {
  const late = new Date("2026-11-24T02:00:00.000Z");
  expect(activityTime("2026-11-23T23:30:00.000Z", late, { locale: "en-GB", timeZone: "UTC" })).toBe("Yesterday");
  expect(activityTime("2026-11-23T23:30:00.000Z", late, { locale: "en-GB", timeZone: "Europe/Vienna" })).toBe("00:30");
});
