import type { Cursor, UserRef } from "@chat/contract";
import type { Receipt, TimelineMessage } from "../message/timeline-message.ts";
import { firstFrom } from "./seq-index.ts";

/** How far an own message got, from everyone else's cursors. */
export function receiptOf(message: TimelineMessage, others: { readSeq: number; deliveredSeq: number }): Receipt {
  if (message.local) return message.local.state;
  if (message.seq <= others.readSeq) return "read";
  return message.seq <= others.deliveredSeq ? "delivered" : "sent";
}

/** The furthest that anyone else has read and been delivered to. */
export function furthest(cursors: readonly Cursor[], me: string): { readSeq: number; deliveredSeq: number } {
  let readSeq = 0;
  let deliveredSeq = 0;
  for (const cursor of cursors) {
    if (cursor.userId === me) continue;
    readSeq = Math.max(readSeq, cursor.readSeq);
    deliveredSeq = Math.max(deliveredSeq, cursor.deliveredSeq, cursor.readSeq);
  }
  return { readSeq, deliveredSeq };
}

// Looking further back for an own message than a reader would scroll is not worth a frame.
const WALK = 200;

/** Faces by seq of the own message at which each reader's cursor ends. `held` keeps the arrays that did not change. */
export function facesBySeq(
  messages: readonly TimelineMessage[],
  cursors: readonly Cursor[],
  me: string,
  people: (userId: string) => UserRef | undefined,
  held: ReadonlyMap<number, readonly UserRef[]>,
): ReadonlyMap<number, readonly UserRef[]> {
  const faces = new Map<number, UserRef[]>();
  for (const { userId, readSeq } of cursors) {
    const person = userId === me ? undefined : people(userId);
    if (!person) continue;
    let at = firstFrom(messages, readSeq + 1) - 1;
    const stop = Math.max(0, at - WALK);
    while (at >= stop && messages[at]?.author.id !== me) at--;
    const message = at >= stop ? messages[at] : undefined;
    if (!message || message.kind === "system") continue;
    faces.set(message.seq, [...(faces.get(message.seq) ?? []), person]);
  }
  return new Map([...faces].map(([seq, now]) => [seq, same(held.get(seq), now)]));
}

function same(held: readonly UserRef[] | undefined, now: readonly UserRef[]): readonly UserRef[] {
  return held && held.length === now.length && held.every((person, at) => person === now[at]) ? held : now;
}
