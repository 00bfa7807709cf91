import { describe, expect, it } from "vitest";
import type { Action } from "../cache/action.ts";
import { apply, latest, live, looking, synced } from "../fixtures/open-state.ts";
import { head, message, sent, userRef } from "../fixtures/wire.ts";
import type { ChatState } from "../cache/slices.ts";

const seqs = (state: ChatState) => state.timeline.rows.map((row) => row.seq);
const texts = (state: ChatState) => state.timeline.rows.map((row) => row.text);
const three = [message(1), message(2), message(3)];
const edited = (seq: number, version: number, text = "edited") =>
  sent(message(seq, { version, text }), { change: "edited", version, head: head(3, { version }) });

describe("live events", () => {
  it("appends a sent message, and the same event again changes nothing", () => {
    const once = apply(looking(three), live(sent(message(4))));
    const twice = apply(once, live(sent(message(4))));
    expect(seqs(once)).toEqual([1, 2, 3, 4]);
    expect(twice.timeline).toBe(once.timeline);
  });

  it("replaces a row by a higher version only", () => {
    const newer = apply(looking(three), live(edited(2, 4, "new")));
    const older = apply(newer, live({ ...edited(2, 3, "old"), version: 3 }));
    expect(texts(older)).toEqual(["text 1", "new", "text 3"]);
  });

  it("takes a missing seq for a message that the caller may not see, where no version is missing", () => {
    const state = apply(looking(three), live({ type: "skip", channelId: "c", version: 4 }), live(sent(message(5))));
    expect(seqs(state)).toEqual([1, 2, 3, 5]);
    expect(state.timeline.hasGap).toBe(false);
  });

  it("notices a skipped version, shows no hole, and is whole after the replay", () => {
    const gap = apply(looking(three), live(sent(message(5))));
    expect(seqs(gap)).toEqual([1, 2, 3]);
    expect(gap.timeline).toMatchObject({ hasGap: true, version: 3 });
    const whole = apply(gap, { type: "live.behind", channelId: "c" }, live(sent(message(4))), live(sent(message(5))), synced(5));
    expect(seqs(whole)).toEqual([1, 2, 3, 4, 5]);
    expect(whole.timeline).toMatchObject({ hasGap: false, version: 5, ahead: [] });
  });

  it("orders a replay, which comes by version, by seq", () => {
    const behind = apply(looking(three), { type: "live.behind", channelId: "c" });
    const replay = [
      sent(message(5), { change: undefined, version: 5 }),
      sent(message(4, { version: 7, text: "edited" }), { change: undefined, version: 7 }),
    ];
    const half = apply(behind, ...replay.slice(0, 1).map((event) => live(event)));
    expect(seqs(half)).toEqual([1, 2, 3]);
    const whole = apply(half, ...replay.slice(1).map((event) => live(event)), synced(7));
    expect(texts(whole)).toEqual(["text 1", "text 2", "text 3", "edited", "text 5"]);
  });

  it("does not append into a gap while the window is elsewhere", () => {
    const place = { at: "around", seq: 2 } as const;
    const page = { items: [message(1), message(2)], version: 90, head: head(90) };
    const jumped = apply(
      looking([message(90)]),
      { type: "page.started", channelId: "c", read: 2, place },
      { type: "page.arrived", channelId: "c", read: 2, place, page, limit: 2 },
    );
    const state = apply(jumped, live(sent(message(91))));
    expect(seqs(state)).toEqual([1, 2]);
    expect(state.timeline).toMatchObject({ following: false, highlightedSeq: 2, version: 91, head: { seq: 91 } });
  });

  it("keeps the caller's own emoji through events that carry none", () => {
    const start = looking([message(1, { myReactions: ["👍"] })]);
    const row = (version: number) => message(1, { version, reactions: [{ emoji: "👍", count: 2, first: ["ann", "me"] }] });
    const other = apply(
      start,
      live(sent(row(2), { change: "reacted", version: 2, by: "ann", reaction: { emoji: "🎉", added: true } })),
    );
    expect(other.timeline.rows[0]?.myReactions).toEqual(["👍"]);
    const mine = apply(
      other,
      live(sent(row(3), { change: "reacted", version: 3, by: "me", reaction: { emoji: "🎉", added: true } })),
    );
    expect(mine.timeline.rows[0]?.myReactions).toEqual(["👍", "🎉"]);
    const taken = apply(
      mine,
      live(sent(row(4), { change: "reacted", version: 4, by: "me", reaction: { emoji: "👍", added: false } })),
    );
    expect(taken.timeline.rows[0]?.myReactions).toEqual(["🎉"]);
  });

  it("knows an own emoji on an own message, whose event names nobody", () => {
    const own = message(1, { author: userRef("me") });
    const state = apply(
      looking([own]),
      live(sent({ ...own, version: 2 }, { change: "reacted", version: 2, reaction: { emoji: "🎉", added: true } })),
    );
    expect(state.timeline.rows[0]?.myReactions).toEqual(["🎉"]);
  });

  it("lets quotes, in the window and in the list, follow their source", () => {
    const quote = { id: "m1", seq: 1, version: 1, author: userRef("ann"), text: "text 1", deletedAt: null };
    const start = looking([message(1), message(2, { replyTo: quote })]);
    const changed = apply(start, live({ ...edited(1, 3, "other words"), head: head(2, { version: 3 }) }));
    expect(changed.timeline.rows[1]?.replyTo?.text).toBe("other words");
    expect(changed.channels.held["c"]?.entry.lastMessage?.replyTo?.text).toBe("other words");
    const deletedAt = "2026-11-24T11:00:00.000Z";
    const gone = apply(
      changed,
      live(
        sent(message(1, { version: 4, text: "", deletedAt }), { change: "deleted", version: 4, head: head(2, { version: 4 }) }),
      ),
    );
    expect(gone.timeline.rows[1]?.replyTo).toMatchObject({ text: null, deletedAt });
  });

  it("ignores event types of a newer server", () => {
    const start = looking(three);
    const unknown = {
      type: "event",
      from: "channel",
      event: { type: "poll.closed", channelId: "c" },
      now: 1,
    } as unknown as Action;
    expect(apply(start, unknown).timeline).toBe(start.timeline);
  });
});

describe("pages", () => {
  const older = (before: number) => ({ at: "older", before }) as const;

  it("never lets a late page overwrite a newer event", () => {
    const start = apply(looking([message(3), message(4)]), { type: "page.started", channelId: "c", read: 2, place: older(3) });
    const event = apply(
      start,
      live(sent(message(1, { version: 5, text: "new" }), { change: "edited", version: 5, head: head(4, { version: 5 }) })),
    );
    const page = { items: [message(1), message(2)], version: 4, head: head(4) };
    const state = apply(event, { type: "page.arrived", channelId: "c", read: 2, place: older(3), page, limit: 50 });
    expect(texts(state)).toEqual(["new", "text 2", "text 3", "text 4"]);
    expect(state.timeline).toMatchObject({ atStart: true, log: [], reads: [], head: { version: 5 } });
  });

  it("applies what was sent during the first read to a page from before it", () => {
    const [started, arrived] = latest([message(1)], 1) as [Action, Action];
    const empty = looking([]);
    const state = apply(
      { ...empty, timeline: { ...empty.timeline, version: null, following: false } },
      started,
      live(sent(message(2)), "inbox"),
      arrived,
    );
    expect(seqs(state)).toEqual([1, 2]);
  });

  it("drops a page that no longer touches the window", () => {
    const start = apply(looking([message(10)]), { type: "page.started", channelId: "c", read: 2, place: older(10) });
    const jumped = apply(start, ...latest([message(40)], 40, { read: 3 }));
    const page = { items: [message(9)], version: 40, head: head(40) };
    expect(seqs(apply(jumped, { type: "page.arrived", channelId: "c", read: 2, place: older(10), page, limit: 50 }))).toEqual([
      40,
    ]);
  });

  it("lets only the latest of two jumps fill the window", () => {
    const [first, firstPage] = latest([message(5)], 9, { read: 2 }) as [Action, Action];
    const [second, secondPage] = latest([message(9)], 9, { read: 3 }) as [Action, Action];
    const state = apply(looking([message(1)]), first, second, secondPage, firstPage);
    expect(seqs(state)).toEqual([9]);
  });

  it("reaches the end by a newer page, with what was sent meanwhile", () => {
    const jumped = { ...looking([message(1)]) };
    const start: ChatState = { ...jumped, timeline: { ...jumped.timeline, following: false, version: 3 } };
    const place = { at: "newer", after: 1 } as const;
    const page = { items: [message(2), message(3)], version: 3, head: head(3) };
    const state = apply(start, { type: "page.started", channelId: "c", read: 2, place }, live(sent(message(4))), {
      type: "page.arrived",
      channelId: "c",
      read: 2,
      place,
      page,
      limit: 2,
    });
    expect(seqs(state)).toEqual([1, 2, 3, 4]);
    expect(state.timeline.following).toBe(true);
  });

  it("takes a page of latest messages after a reset, and shows no hole before it", () => {
    const reset = apply(
      looking(three),
      { type: "live.behind", channelId: "c" },
      live({ type: "reset", channelId: "c", version: 2_000 }),
    );
    const [started, arrived] = latest([message(1_999), message(2_000)], 2_000, { read: 2 }) as [Action, Action];
    const before = apply(reset, started, live(sent(message(2_001))), synced(2_001));
    expect(seqs(before)).toEqual([1, 2, 3]);
    expect(seqs(apply(before, arrived))).toEqual([1_999, 2_000, 2_001]);
  });
});
