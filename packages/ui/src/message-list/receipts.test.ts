import { expect, it } from "vitest";
import { ann, ben, makeMessage } from "./make-message.fixture.ts";
import { facesBySeq, furthest, receiptOf } from "./receipts.ts";

const cleo = { ...ben, id: "00000000-0000-4000-8000-00000000000c", name: "Cleo" };
const people = (id: string) => [ann, ben, cleo].find((person) => person.id === id);
const messages = [1, 2, 3, 4, 5].map((seq) => makeMessage(seq, { author: seq % 2 === 1 ? ann : ben }));

it("tells how far an own message got by the furthest other cursor", () => {
  const others = furthest(
    [
      { userId: ann.id, readSeq: 5, deliveredSeq: 5 },
      { userId: ben.id, readSeq: 1, deliveredSeq: 3 },
      { userId: cleo.id, readSeq: 2, deliveredSeq: 2 },
    ],
    ann.id,
  );
  expect(others).toEqual({ readSeq: 2, deliveredSeq: 3 });
  expect(messages.map((message) => receiptOf(message, others))).toEqual(["read", "read", "delivered", "sent", "sent"]);
  expect(receiptOf(makeMessage(9, { local: { state: "failed" } }), others)).toBe("failed");
});

it("puts a face at the last own message that its cursor covers, and keeps arrays that did not change", () => {
  const cursors = [
    { userId: ann.id, readSeq: 5, deliveredSeq: 5 },
    { userId: ben.id, readSeq: 4, deliveredSeq: 5 },
    { userId: cleo.id, readSeq: 3, deliveredSeq: 3 },
    { userId: "stranger", readSeq: 5, deliveredSeq: 5 },
  ];
  const faces = facesBySeq(messages, cursors, ann.id, people, new Map());
  expect([...faces]).toEqual([[3, [ben, cleo]]]);
  expect(facesBySeq(messages, cursors, ann.id, people, faces).get(3)).toBe(faces.get(3));
  const moved = facesBySeq(messages, [{ userId: ben.id, readSeq: 5, deliveredSeq: 5 }], ann.id, people, faces);
  expect([...moved]).toEqual([[5, [ben]]]);
});
