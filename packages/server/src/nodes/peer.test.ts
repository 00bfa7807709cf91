import { expect, it } from "vitest";
import { Peer } from "./peer.ts";

it("takes each number once, in whatever order", () => {
  const peer = new Peer(0);
  expect([1, 3, 3, 2, 2, 1].map((number) => peer.take(number))).toEqual([true, true, false, true, false, false]);
  expect(peer.isBehind).toBe(false);
});

it("is behind while a number is missing, known by a later one or by a beat, until it is given up", () => {
  const peer = new Peer(0);
  peer.take(2);
  expect(peer.isBehind).toBe(true);
  peer.take(1);
  expect(peer.isBehind).toBe(false);
  peer.noteLast(5);
  expect(peer.isBehind).toBe(true);
  peer.settle();
  expect(peer.isBehind).toBe(false);
  expect([4, 6].map((number) => peer.take(number))).toEqual([false, true]);
});
