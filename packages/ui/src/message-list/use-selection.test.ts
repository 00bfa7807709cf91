import { expect, it } from "vitest";
import { makeMessage, makeMessages } from "./make-message.fixture.ts";
import { select } from "./use-selection.ts";

const messages = [...makeMessages(1, 5), makeMessage(6, { kind: "system" }), makeMessage(7)];
const id = (seq: number) => makeMessage(seq).id;
const seqs = (ids: ReadonlySet<string>) => messages.filter((message) => ids.has(message.id)).map((message) => message.seq);

it("takes one more, and lets it go again", () => {
  const one = select(new Set(), messages, id(2), null);
  expect(seqs(one)).toEqual([2]);
  expect(seqs(select(one, messages, id(4), null))).toEqual([2, 4]);
  expect(seqs(select(one, messages, id(2), null))).toEqual([]);
});

it("takes all between two, either way, but no system lines", () => {
  expect(seqs(select(new Set([id(4)]), messages, id(7), id(4)))).toEqual([4, 5, 7]);
  expect(seqs(select(new Set([id(4)]), messages, id(2), id(4)))).toEqual([2, 3, 4]);
  expect(seqs(select(new Set([id(4)]), messages, id(2), "gone"))).toEqual([2, 4]);
});
