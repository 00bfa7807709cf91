import { describe, expect, it } from "vitest";
import type { Action } from "../cache/action.ts";
import { apply, live, looking } from "../fixtures/open-state.ts";
import { pendingOf } from "../fixtures/pending.ts";
import { me, message, sent, userRef } from "../fixtures/wire.ts";
import type { ChatState } from "../cache/slices.ts";
import { shownPart, timelineMessages } from "./timeline-messages.ts";

const pending = pendingOf("mine");
const own = message(2, { clientId: "mine", author: userRef("me"), text: "hello" });
const added: Action = { type: "pending.added", channelId: "c", pending };
const reply: Action = { type: "message.reply", channelId: "c", message: { ...own, myReactions: [] } };
const event: Action = live(sent(own));
const start = looking([message(1)]);

const shown = (state: ChatState) => timelineMessages(shownPart(state.timeline), "c", state.people, me());
const keys = (state: ChatState) => shown(state).map((row) => row.key);

function orders<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe("an own message", () => {
  it.each(orders([reply, event, event, reply]).map((order) => [order]))(
    "is one row under one key, whatever comes first (%#)",
    (order) => {
      let state = apply(start, added);
      expect(keys(state)).toEqual(["ann:client-1", "me:mine"]);
      for (const action of order) {
        state = apply(state, action);
        expect(keys(state)).toEqual(["ann:client-1", "me:mine"]);
      }
      expect(shown(state)[1]).toMatchObject({ id: "m2", seq: 2, text: "hello" });
      expect(shown(state)[1]).not.toHaveProperty("local");
    },
  );

  it("waits on screen while the rows before it are still on their way", () => {
    const late = { ...own, id: "m3", seq: 3, version: 3, messageCount: 3 };
    const replied = apply(start, added, { type: "message.reply", channelId: "c", message: late });
    expect(keys(replied)).toEqual(["ann:client-1", "me:mine"]);
    expect(shown(replied)[1]?.local).toEqual({ state: "sending" });
    const whole = apply(replied, live(sent(message(2))), live(sent(late)));
    expect(keys(whole)).toEqual(["ann:client-1", "ann:client-2", "me:mine"]);
    expect(whole.timeline.pending).toEqual([]);
  });

  it("fails with its reason, and is sent again under the same clientId", () => {
    const failed = apply(start, added, {
      type: "pending.failed",
      channelId: "c",
      clientId: "mine",
      error: { reason: "SLOW_MODE", retryAfterMs: 5_000 },
    });
    expect(shown(failed)[1]?.local).toEqual({ state: "failed", reason: "SLOW_MODE", retryAfterMs: 5_000 });
    const retried = apply(failed, { type: "pending.retried", channelId: "c", clientId: "mine", epoch: null });
    expect(shown(retried)[1]?.local).toEqual({ state: "sending" });
    expect(keys(apply(retried, { type: "pending.discarded", channelId: "c", clientId: "mine" }))).toEqual(["ann:client-1"]);
  });

  it("waits for a limit on screen, and goes on by itself", () => {
    const error = { reason: "RATE_LIMITED", retryAfterMs: 2_000 } as const;
    const delayed = apply(start, added, { type: "pending.delayed", channelId: "c", clientId: "mine", error });
    expect(shown(delayed)[1]?.local).toEqual({ state: "sending", ...error });
  });

  it("stands in the order in which it was written, also when it comes from an outbox of before", () => {
    const at = (second: number) => `2026-11-24T10:00:0${second}.000Z`;
    const add = (clientId: string, second: number): Action => ({
      type: "pending.added",
      channelId: "c",
      pending: pendingOf(clientId, { createdAt: at(second) }),
    });
    const state = apply(start, add("c", 3), add("a", 1), add("b", 2), add("b2", 2), add("a", 1));
    expect(state.timeline.pending.map((one) => one.clientId)).toEqual(["a", "b", "b2", "c"]);
    expect(state.unsent["c"]).toHaveLength(4);
  });

  it("stays unsent when access is lost or the database was restored, and goes with a person who signed out", () => {
    const gone = apply(start, added, { type: "channel.gone", channelId: "c" });
    expect(gone.unsent["c"]).toHaveLength(1);
    expect(apply(start, added, { type: "room.dropped", channelId: "c", pending: "kept" }).unsent["c"]).toHaveLength(1);
    expect(apply(start, added, { type: "room.dropped", channelId: "c", pending: "dropped" }).unsent).toEqual({});
    expect(apply(start, added, reply, event).unsent).toEqual({});
  });

  it("is not taken for another author's with the same clientId", () => {
    const state = apply(start, added, live(sent({ ...own, author: userRef("ann") })));
    expect(keys(state)).toEqual(["ann:client-1", "ann:mine", "me:mine"]);
  });

  it("goes when it turns out to be an old one, far before the window", () => {
    const old = message(1, { clientId: "mine", author: userRef("me") });
    const state = apply(looking([message(7), message(8)]), added, { type: "message.reply", channelId: "c", message: old });
    expect(state.timeline.pending).toEqual([]);
  });
});

describe("own changes on their way", () => {
  it("shows them at once, and the row as it is once it says the same or they failed", () => {
    const react: Action = {
      type: "transform.added",
      channelId: "c",
      transform: { id: 1, messageId: "m1", kind: "react", emoji: "👍" },
    };
    const reacted = apply(start, react);
    expect(shown(reacted)[0]).toMatchObject({ myReactions: ["👍"], reactions: [{ emoji: "👍", count: 1, first: ["me"] }] });
    const row = message(1, { version: 2, reactions: [{ emoji: "👍", count: 1, first: ["me"] }] });
    const both = apply(
      reacted,
      live(sent(row, { change: "reacted", version: 2, by: "me", reaction: { emoji: "👍", added: true } })),
    );
    expect(shown(both)[0]).toMatchObject({ myReactions: ["👍"], reactions: [{ emoji: "👍", count: 1, first: ["me"] }] });
    expect(shown(apply(reacted, { type: "transform.settled", channelId: "c", id: 1 }))[0]).toMatchObject({ reactions: [] });
  });

  it("keeps the objects of rows that did not change", () => {
    const before = shown(start);
    const after = shown(apply(start, live(sent(message(2)))));
    expect(after[0]).toBe(before[0]);
  });

  it("shows people under their newest name, in rows and quotes", () => {
    const quote = { id: "m1", seq: 1, version: 1, author: userRef("ann"), text: "text 1", deletedAt: null };
    const renamed = apply(
      looking([message(1), message(2, { replyTo: quote })]),
      live({ type: "user", user: userRef("ann", { name: "Anna", version: 2 }) }, "inbox"),
    );
    expect(shown(renamed).map((row) => row.author.name)).toEqual(["Anna", "Anna"]);
    expect(shown(renamed)[1]?.replyTo?.author.name).toBe("Anna");
  });
});
