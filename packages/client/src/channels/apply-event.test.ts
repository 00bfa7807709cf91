import { describe, expect, it } from "vitest";
import type { Action } from "../cache/action.ts";
import { apply, listed, live, looking, nothingHeld } from "../fixtures/open-state.ts";
import { channel, entry, head, me, membership, message, sent, userRef } from "../fixtures/wire.ts";
import type { ChatState } from "../cache/slices.ts";
import { channelItems, totalsOf } from "./channel-items.ts";
import { takesMention } from "./takes-mention.ts";
import { mentionsOf, unreadOf } from "./unread.ts";

const held = (state: ChatState) => {
  const found = state.channels.held["c"];
  if (found === undefined) throw new Error("The channel is not held.");
  return found.entry;
};
const mine = (seq: number) => message(seq, { author: userRef("me") });
const knowing = (...items: Parameters<typeof listed>) =>
  apply(nothingHeld, { type: "me.arrived", me: me() }, ...listed(...items));
const inbox = (...args: Parameters<typeof sent>) => live(sent(...args), "inbox");
const read = (seq: number): Action => ({ type: "read.marked", channelId: "c", seq });

describe("unread", () => {
  const start = knowing(entry({ head: head(5), me: membership({ readSeq: 3, cursorCount: 3 }) }));

  it("counts others' messages once, and own ones never", () => {
    expect(unreadOf(held(start))).toBe(2);
    const state = apply(start, inbox(message(6)), inbox(mine(7)), inbox(message(6)), inbox(mine(7)), inbox(message(8)));
    expect(unreadOf(held(state))).toBe(4);
  });

  it("does not count system lines", () => {
    const line = message(6, { kind: "system", messageCount: 5 });
    expect(unreadOf(held(apply(start, inbox(line, { head: head(6, { messageCount: 5 }) }))))).toBe(2);
  });

  it("counts mentions of the caller and of everybody, but not the caller's own", () => {
    const state = apply(
      start,
      inbox(message(6, { mentions: ["me"] })),
      inbox(message(7, { mentionsAll: true }), { head: head(7, { broadcastCount: 1 }) }),
      inbox({ ...mine(8), mentionsAll: true }, { head: head(8, { broadcastCount: 2 }) }),
    );
    expect(mentionsOf(held(state))).toBe(2);
    const gone = message(6, { version: 9, mentions: [], deletedAt: "2026-11-24T11:00:00.000Z" });
    expect(
      mentionsOf(
        held(apply(state, inbox(gone, { change: "deleted", version: 9, head: head(8, { version: 9, broadcastCount: 2 }) }))),
      ),
    ).toBe(1);
  });

  it("has mentions counted anew when an unread message may have lost one", () => {
    const gone = sent(message(4, { version: 6, deletedAt: "2026-11-24T11:00:00.000Z" }), {
      change: "deleted",
      version: 6,
      head: head(5, { version: 6 }),
    });
    const mentioned = knowing(entry({ head: head(5), me: membership({ readSeq: 3, cursorCount: 3, mentionCount: 1 }) }));
    expect(takesMention(mentioned, gone)).toBe(true);
    expect(takesMention(start, gone)).toBe(false);
    expect(takesMention(mentioned, { ...gone, message: { ...gone.message, seq: 3 } })).toBe(false);
    const reread = entry({ head: head(5, { version: 6 }), me: membership({ readSeq: 3, cursorCount: 3 }) });
    const counted = apply(mentioned, live(gone), { type: "entry.arrived", entry: reread, reading: false });
    expect(mentionsOf(held(counted))).toBe(0);
  });

  it("is nothing at once after a read up to the end, and the answer confirms it", () => {
    const marked = apply(start, read(5));
    expect(unreadOf(held(marked))).toBe(0);
    expect(held(marked).me?.readSeq).toBe(5);
    const later = apply(marked, inbox(message(6)));
    expect(unreadOf(held(later))).toBe(1);
    const answer: Action = {
      type: "state.reply",
      channelId: "c",
      me: membership({ readSeq: 5, cursorCount: 5, stateVersion: 1, countedSeq: 5 }),
    };
    const confirmed = apply(later, answer);
    expect(unreadOf(held(confirmed))).toBe(1);
    expect(confirmed.channels.held["c"]?.read).toBeNull();
  });

  it("counts what stands after a read in the middle", () => {
    const rows = [1, 2, 3, 4].map((seq) => message(seq, seq === 3 ? { author: userRef("me") } : {}));
    const state = apply(looking([...rows, message(5)], { me: membership({ readSeq: 1, cursorCount: 2 }) }), read(2));
    expect(unreadOf(held(state))).toBe(2);
  });

  it("never goes back, and a read that failed is taken back", () => {
    const marked = apply(start, read(5), read(4));
    expect(held(marked).me?.readSeq).toBe(5);
    expect(unreadOf(held(apply(marked, { type: "read.failed", channelId: "c" })))).toBe(2);
  });

  it("does not count an own message twice, whether the state that counts it comes before its event or after", () => {
    const state: Action = live(
      { type: "state", channelId: "c", me: membership({ readSeq: 5, cursorCount: 6, stateVersion: 1, countedSeq: 6 }) },
      "inbox",
    );
    const own = inbox(mine(6));
    for (const order of [
      [state, own],
      [own, state],
      [own, state, own],
    ]) {
      expect(unreadOf(held(apply(start, ...order, inbox(message(7)))))).toBe(1);
    }
  });

  it("keeps the newer state of two devices", () => {
    const newer: Action = live(
      { type: "state", channelId: "c", me: membership({ readSeq: 5, cursorCount: 5, stateVersion: 2 }) },
      "inbox",
    );
    const older: Action = live(
      { type: "state", channelId: "c", me: membership({ readSeq: 4, cursorCount: 4, stateVersion: 1 }) },
      "inbox",
    );
    expect(held(apply(start, newer, older)).me?.readSeq).toBe(5);
  });

  it("does not flicker when an own message's reply comes before the events before it", () => {
    const reply: Action = { type: "message.reply", channelId: "c", message: mine(7) };
    const after = [[], [inbox(message(6))], [inbox(message(6)), inbox(mine(7))]].map((events) =>
      unreadOf(held(apply(start, reply, ...events))),
    );
    expect(after).toEqual([3, 3, 3]);
  });
});

describe("the list", () => {
  const other = (over: Parameters<typeof entry>[0] = {}) => entry({ ...over, channel: channel({ id: "d" }) });

  it("applies events that came while it was read to an older page", () => {
    const [started, arrived] = listed(entry({ head: head(5), lastMessage: message(5), me: membership({ cursorCount: 5 }) })) as [
      Action,
      Action,
    ];
    const state = apply(nothingHeld, { type: "me.arrived", me: me() }, started, inbox(message(6)), inbox(mine(7)), arrived);
    expect(held(state).lastMessage?.seq).toBe(7);
    expect(unreadOf(held(state))).toBe(1);
    expect(state.channels).toMatchObject({ reads: 0, log: [] });
  });

  it("drops what left it, but not what came while it was read", () => {
    const start = knowing(entry(), other());
    const [started, arrived] = listed() as [Action, Action];
    const state = apply(start, started, live(sent(message(1, { channelId: "d" })), "inbox"), arrived);
    expect(Object.keys(state.channels.held)).toEqual(["d"]);
  });

  it("puts pinned channels first, then the latest, and hides hidden ones until they wake", () => {
    const at = (minute: string) => `2026-11-24T10:${minute}:00.000Z`;
    const one = (id: string, minute: string, over: Parameters<typeof membership>[0] = {}) =>
      entry({ channel: channel({ id }), head: head(0, { lastActivityAt: at(minute) }), me: membership(over) });
    const state = knowing(
      one("old", "01"),
      one("new", "05"),
      one("pin", "00", { pinnedAt: at("06") }),
      one("asleep", "04", { hiddenAt: at("06") }),
      one("awake", "07", { hiddenAt: at("06") }),
    );
    expect(channelItems(state.channels.held, {}).map((item) => item.entry.channel.id)).toEqual(["pin", "awake", "new", "old"]);
  });

  it("adds what no page has brought yet to the totals", () => {
    const page = {
      items: [entry({ head: head(5), me: membership({ cursorCount: 3 }) })],
      cursor: "next",
      unreadTotal: 12,
      mentionTotal: 1,
    };
    const start = apply(
      nothingHeld,
      { type: "me.arrived", me: me() },
      { type: "channels.started" },
      { type: "channels.arrived", page, replace: true },
    );
    expect(totalsOf(start.channels)).toEqual({ unreadTotal: 12, mentionTotal: 1 });
    expect(totalsOf(apply(start, inbox(message(6))).channels)).toEqual({ unreadTotal: 13, mentionTotal: 1 });
    const next = { items: [other({ head: head(9), me: membership() })], cursor: null, unreadTotal: 13, mentionTotal: 1 };
    const all = apply(
      start,
      inbox(message(6)),
      { type: "channels.started" },
      { type: "channels.arrived", page: next, replace: false },
    );
    expect(totalsOf(all.channels).unreadTotal).toBe(12);
  });

  it("leaves with the caller, and an old page does not bring it back", () => {
    const member = {
      channelId: "c",
      userId: "me",
      user: userRef("me"),
      role: "member",
      version: 6,
      joinedAt: membership().joinedAt,
      leftAt: "2026-11-24T12:00:00.000Z",
      custom: {},
    } as const;
    const left = apply(
      knowing(entry({ head: head(5) })),
      live({ type: "member", channelId: "c", version: 6, member, head: head(5, { version: 6 }) }, "inbox"),
    );
    expect(channelItems(left.channels.held, {})).toEqual([]);
    const late = apply(left, { type: "entry.arrived", entry: entry({ head: head(5) }), reading: false });
    expect(channelItems(late.channels.held, {})).toEqual([]);
    const back = apply(late, { type: "entry.arrived", entry: entry({ head: head(5, { version: 8 }) }), reading: false });
    expect(channelItems(back.channels.held, {})).toHaveLength(1);
  });
});
