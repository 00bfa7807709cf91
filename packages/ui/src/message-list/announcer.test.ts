import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createAnnouncer } from "./announcer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("speaks at once, then at most once a second, in one sentence for several", () => {
  const said: string[] = [];
  const announcer = createAnnouncer((text) => said.push(text));
  const sum = (count: number) => `${count} new`;
  announcer.announce("a", sum);
  announcer.announce("b", sum);
  announcer.announce("c", sum);
  expect(said).toEqual(["a"]);
  vi.advanceTimersByTime(999);
  expect(said).toEqual(["a"]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["a", "2 new"]);
  vi.advanceTimersByTime(500);
  announcer.announce("d", sum);
  expect(said).toHaveLength(2);
  vi.advanceTimersByTime(500);
  expect(said).toEqual(["a", "2 new", "d"]);
  announcer.announce("e", sum);
  announcer.close();
  vi.advanceTimersByTime(5_000);
  expect(said).toHaveLength(3);
});
