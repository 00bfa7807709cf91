import { expect, it } from "vitest";
import { HeadBook } from "./head-book.ts";

it("knows what is missing, also below what came since", () => {
  const book = new HeadBook();
  book.open("a", 3);
  book.note("a", 4);
  book.note("a", 6);
  expect([4, 5, 6].map((version) => book.isBehind("a", version))).toEqual([false, true, true]);
  book.note("a", 5);
  expect(book.isBehind("a", 6)).toBe(false);
});

it("goes on from what was made good", () => {
  const book = new HeadBook();
  book.open("a", 1);
  for (const version of [3, 5, 8]) book.note("a", version);
  book.settle("a", 4);
  expect([5, 6].map((version) => book.isBehind("a", version))).toEqual([false, true]);
  book.settle("a", 7);
  expect(book.isBehind("a", 8)).toBe(false);
});

it("counts nothing of a channel that is not listened to", () => {
  const book = new HeadBook();
  book.note("a", 5);
  expect(book.isBehind("a", 9)).toBe(false);
  book.open("a", 5);
  book.open("a", 9);
  expect([...book.entries()]).toEqual([["a", 5]]);
  book.close("a");
  expect(book.isBehind("a", 9)).toBe(false);
});

it("holds a bounded number of versions beyond a hole, and still knows the hole", () => {
  const book = new HeadBook();
  book.open("a", 0);
  for (let version = 2; version < 10_000; version += 1) book.note("a", version);
  expect(book.isBehind("a", 9_999)).toBe(true);
  book.settle("a", 9_999);
  expect(book.isBehind("a", 9_999)).toBe(false);
});
