import { expect, it } from "vitest";
import { beginVisit, noteMark, seqToRead } from "./read-visit.ts";

const seen = { lastSeq: 12, readSeq: 8, unreadFrom: null, isAtBottom: true, isVisible: true, hasNewer: false };

it("puts the line after what was read, and keeps it while reading goes on", () => {
  const visit = beginVisit("c", { readSeq: 8, unread: 4, unreadFrom: null });
  expect(visit.unreadFromSeq).toBe(9);
  expect(noteMark(visit, null)).toBe(visit);
  expect(beginVisit("c", { readSeq: 12, unread: 0, unreadFrom: null }).unreadFromSeq).toBeNull();
});

it("reads only at the bottom of a visible tab with everything loaded and something new", () => {
  const visit = beginVisit("c", { readSeq: 8, unread: 4, unreadFrom: null });
  expect(seqToRead(visit, seen)).toBe(12);
  for (const change of [{ isAtBottom: false }, { isVisible: false }, { hasNewer: true }, { lastSeq: 8 }, { lastSeq: 0 }]) {
    expect(seqToRead(visit, { ...seen, ...change })).toBeNull();
  }
});

it("holds reading after a mark made in this visit, until it is cleared", () => {
  const visit = noteMark(beginVisit("c", { readSeq: 12, unread: 0, unreadFrom: null }), 10);
  expect(visit).toMatchObject({ unreadFromSeq: 10, isHeld: true });
  expect(seqToRead(visit, { ...seen, unreadFrom: 10 })).toBeNull();
  expect(noteMark(visit, 10)).toBe(visit);
  expect(seqToRead(noteMark(visit, null), seen)).toBe(12);
});

it("answers a mark of an earlier visit by reading", () => {
  const visit = beginVisit("c", { readSeq: 12, unread: 3, unreadFrom: 10 });
  expect(visit.unreadFromSeq).toBe(10);
  expect(noteMark(visit, 10)).toBe(visit);
  expect(seqToRead(visit, { ...seen, readSeq: 12, unreadFrom: 10 })).toBe(12);
});

it("holds reading when the mark that it opened with is answered and made again", () => {
  const opened = beginVisit("c", { readSeq: 12, unread: 3, unreadFrom: 10 });
  const again = noteMark(noteMark(opened, null), 10);
  expect(again).toMatchObject({ unreadFromSeq: 10, isHeld: true });
  expect(seqToRead(again, { ...seen, readSeq: 12, unreadFrom: 10 })).toBeNull();
});
