import { expect, it } from "vitest";
import { ann, makeMessage, makeMessages } from "./make-message.fixture.ts";
import { countAfter, firstFrom, indexOfSeq, lastSeq } from "./seq-index.ts";

const pending = makeMessage(5, { author: ann, local: { state: "sending" } });
const messages = [...makeMessages(10, 14), makeMessage(20), pending];

it("finds seqs, and takes what is not acknowledged as last whatever it says", () => {
  expect(indexOfSeq(messages, 12)).toBe(2);
  expect(indexOfSeq(messages, 20)).toBe(5);
  expect([9, 15, 21, 5].map((seq) => indexOfSeq(messages, seq))).toEqual([-1, -1, -1, -1]);
  expect([1, 10, 15, 21].map((seq) => firstFrom(messages, seq))).toEqual([0, 0, 5, 6]);
  expect(lastSeq(messages)).toBe(20);
  expect(lastSeq([pending])).toBe(0);
  expect(lastSeq([])).toBe(0);
});

it("counts others' messages after a seq", () => {
  const mixed = [
    ...makeMessages(1, 3),
    makeMessage(4, { author: ann }),
    makeMessage(5, { kind: "system" }),
    makeMessage(6),
    pending,
  ];
  expect(countAfter(mixed, 2, ann.id)).toBe(2);
  expect(countAfter(mixed, 0, ann.id)).toBe(4);
  expect(countAfter(mixed, 6, ann.id)).toBe(0);
});
