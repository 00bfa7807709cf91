import { expect, it, vi } from "vitest";
import { Attendance } from "./attendance.ts";

it("tells whose presence changed: being at one node is enough", () => {
  const attendance = new Attendance();
  expect(attendance.change("a", 1, "ann", true)).toBe(true);
  expect(attendance.change("b", 1, "ann", true)).toBe(false);
  expect(attendance.change("a", 2, "ann", false)).toBe(false);
  expect(attendance.has("ann")).toBe(true);
  expect(attendance.change("b", 2, "ann", false)).toBe(true);
  expect(attendance.has("ann")).toBe(false);
});

it("leaves what does not follow the last to the list, and takes no older list", () => {
  const attendance = new Attendance();
  attendance.change("a", 1, "ann", true);
  expect(attendance.change("a", 3, "bob", true)).toBe(false);
  expect([attendance.isKnown("a", 1), attendance.isKnown("a", 3)]).toEqual([true, false]);
  expect(attendance.replace("a", 3, ["bob", "cid"])).toEqual(["ann", "bob", "cid"]);
  expect(attendance.replace("a", 2, ["ann"])).toEqual([]);
  expect(attendance.at("a")).toEqual(["bob", "cid"]);
});

it("forgets who was only at a node that is silent", () => {
  vi.useFakeTimers();
  const attendance = new Attendance();
  attendance.change("a", 1, "ann", true);
  attendance.change("a", 2, "bob", true);
  vi.advanceTimersByTime(900);
  attendance.change("b", 1, "bob", true);
  vi.advanceTimersByTime(200);
  expect(attendance.dropSilent(1_000)).toEqual(["ann"]);
  expect([attendance.has("ann"), attendance.has("bob")]).toEqual([false, true]);
  vi.useRealTimers();
});
