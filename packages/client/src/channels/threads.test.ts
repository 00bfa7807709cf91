import { expect, it } from "vitest";
import { apply, latest, listed, live, looking, nothingHeld } from "../fixtures/open-state.ts";
import { channel, entry, head, me, membership, message, sent } from "../fixtures/wire.ts";
import type { ChatState } from "../cache/slices.ts";
import { channelItems, totalsOf } from "./channel-items.ts";
import { threadItems, threadTotalsOf } from "./thread-items.ts";

const parent = message(1, { id: "parent" });

function thread(id: string, over: { at?: string; followed?: boolean; unread?: number; version?: number } = {}) {
  const { at = "2026-11-24T11:00:00.000Z", followed = true, unread = 0, version = 3 } = over;
  return entry({
    channel: channel({ id, type: "thread", name: null, rootId: "c", parentMessageId: `parent-of-${id}` }),
    head: head(3, { version, lastActivityAt: at }),
    me: followed ? membership({ readSeq: 3 - unread, cursorCount: 3 - unread }) : null,
    parent: message(1, { id: `parent-of-${id}` }),
  });
}

const page = (items: ReturnType<typeof thread>[], cursor: string | null = null, unreadTotal = 0) => ({
  items,
  cursor,
  unreadTotal,
  mentionTotal: 0,
});

const withThreads = (state: ChatState, ...items: ReturnType<typeof thread>[]) =>
  apply(state, { type: "threads.started" }, { type: "threads.arrived", page: page(items), replace: true });

const followedIn = (state: ChatState) => threadItems(state.channels.held).map(({ channel: { id } }) => id);

it("lists threads apart from channels, and counts them apart", () => {
  const state = withThreads(looking([parent]), thread("t1", { unread: 2 }), thread("t2", { at: "2026-11-24T12:00:00.000Z" }));
  expect(channelItems(state.channels.held, {}).map((item) => item.entry.channel.id)).toEqual(["c"]);
  expect(followedIn(state)).toEqual(["t2", "t1"]);
  expect(threadTotalsOf(state.channels).unreadTotal).toBe(2);
  expect(totalsOf(state.channels).unreadTotal).toBe(totalsOf(looking([parent]).channels).unreadTotal);
});

it("keeps threads when the list of channels is read anew, and says of those that left their own list that they are not followed", () => {
  const held = withThreads(looking([parent]), thread("t1"), thread("t2"));
  expect(followedIn(apply(held, ...listed(entry())))).toEqual(["t2", "t1"]);
  const read = withThreads(held, thread("t2"));
  expect(followedIn(read)).toEqual(["t2"]);
  expect(read.channels.held["t1"]?.entry.me).toBeNull();
});

it("says nothing of threads below the last of a page, whose unread replies are counted by the server", () => {
  const old = thread("old", { at: "2026-11-20T10:00:00.000Z" });
  const state = apply(
    withThreads(looking([parent]), old),
    { type: "threads.started" },
    { type: "threads.arrived", page: page([thread("t1", { unread: 1 })], "more", 4), replace: true },
  );
  expect(followedIn(state)).toEqual(["t1", "old"]);
  expect(threadTotalsOf(state.channels).unreadTotal).toBe(4);
});

it("keeps the parent as events and pages tell it, and never an older one", () => {
  const held = withThreads(looking([parent]), thread("t1"));
  const parentOf = (state: ChatState) => state.channels.held["t1"]?.entry.parent;
  const edited = message(1, { id: "parent-of-t1", version: 5, text: "edited" });
  const told = apply(held, live(sent(edited, { change: "edited", head: head(1, { version: 5 }) })));
  expect(parentOf(told)?.text).toBe("edited");
  expect(parentOf(apply(told, ...latest([message(1, { id: "parent-of-t1", version: 4, text: "older" })])))?.text).toBe("edited");
  expect(parentOf(apply(told, ...latest([message(1, { id: "parent-of-t1", version: 6, text: "newer" })])))?.text).toBe("newer");
});

it("lays over an entry what came of its parent while it was read", () => {
  const start = apply(nothingHeld, { type: "me.arrived", me: me() }, ...listed(entry()), { type: "entry.started" });
  const edited = message(1, { id: "parent-of-t1", version: 5, text: "edited" });
  const state = apply(start, live(sent(edited, { change: "edited", head: head(1, { version: 5 }) }), "inbox"), {
    type: "entry.arrived",
    entry: thread("t1"),
    reading: true,
  });
  expect(state.channels.held["t1"]?.entry.parent?.text).toBe("edited");
});

it("has no thread of a channel that is gone, and of others all", () => {
  const other = thread("t2");
  const held = withThreads(looking([parent]), thread("t1"), { ...other, channel: { ...other.channel, rootId: "d" } });
  expect(followedIn(apply(held, { type: "channel.gone", channelId: "c" }))).toEqual(["t2"]);
  expect(followedIn(apply(held, { type: "channel.gone", channelId: "t2" }))).toEqual(["t1"]);
});
