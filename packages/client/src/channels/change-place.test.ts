import { QueryClient } from "@tanstack/query-core";
import { expect, it, vi } from "vitest";
import { slices } from "../cache/slices.ts";
import { createStore } from "../cache/store.ts";
import type { ClientContext } from "../client-context.ts";
import { latest, live, synced } from "../fixtures/open-state.ts";
import { channel, entry, head, me, membership, message, sent, userRef } from "../fixtures/wire.ts";
import { followThread } from "./follow-thread.ts";
import { markUnread } from "./mark-unread.ts";
import { setPreferences } from "./set-preferences.ts";
import { mentionsOf, unreadOf } from "./unread.ts";

const refused = new Error("refused");

/** A client of channel "c" with five messages, all read, whose server answers by `answer`. */
function looking(over: Parameters<typeof entry>[0] = {}) {
  const store = createStore(new QueryClient());
  const rows = [1, 2, 3, 4, 5].map((seq) =>
    message(seq, seq === 4 ? { author: userRef("me") } : seq === 5 ? { mentions: ["me"] } : {}),
  );
  const held = entry({ head: head(5), me: membership({ readSeq: 5, cursorCount: 5 }), ...over });
  store.dispatch({ type: "me.arrived", me: me() });
  store.dispatch({ type: "entry.arrived", entry: held, reading: false });
  for (const action of latest(rows)) store.dispatch(action);
  store.dispatch(synced(5));
  const answer = Promise.withResolvers<unknown>();
  const mutate = vi.fn(() => answer.promise);
  const trpc = { channel: { markUnread: { mutate }, setPreferences: { mutate }, followThread: { mutate } } };
  const context = { store, trpc, reads: { settled: () => Promise.resolve() } } as unknown as ClientContext;
  const now = () => {
    const found = store.read(slices.channels).held["c"]?.entry;
    if (found === undefined) throw new Error("The channel is not held.");
    return found;
  };
  return { store, context, answer, mutate, now };
}

it("marks unread on screen at once, with the counts as the server will answer them", async () => {
  const { store, context, answer, now } = looking();
  const marked = markUnread(context, "c", 3);
  expect(now().me).toMatchObject({ readSeq: 5, unreadFrom: 3 });
  expect([unreadOf(now()), mentionsOf(now())]).toEqual([2, 1]);
  // What comes before the answer counts, too.
  store.dispatch(live(sent(message(6))));
  expect(unreadOf(now())).toBe(3);
  const told = membership({ readSeq: 5, unreadFrom: 3, cursorCount: 3, mentionCount: 1, stateVersion: 1, countedSeq: 6 });
  answer.resolve(told);
  expect(await marked).toEqual(told);
  expect(now().me).toMatchObject({ unreadFrom: 3, stateVersion: 1 });
  expect([unreadOf(now()), mentionsOf(now())]).toEqual([3, 1]);
});

it("shows the mark alone where not all later messages are held", () => {
  const { store, context, now } = looking();
  store.dispatch({ type: "entry.arrived", entry: entry({ head: head(9, { version: 9 }), me: now().me }), reading: false });
  const unread = unreadOf(now());
  void markUnread(context, "c", 3);
  expect(now().me?.unreadFrom).toBe(3);
  expect(unreadOf(now())).toBe(unread);
});

it.each([
  ["mark", (context: ClientContext) => markUnread(context, "c", 3)],
  ["mute", (context: ClientContext) => setPreferences(context, { channelId: "c", mutedUntil: "9999-12-31T00:00:00.000Z" })],
  ["end of following", (context: ClientContext) => followThread(context, "c", false)],
])("takes a refused %s back", async (_, change) => {
  const { context, answer, now } = looking();
  const before = now().me;
  const changed = change(context);
  expect(now().me).not.toEqual(before);
  answer.reject(refused);
  await expect(changed).rejects.toBe(refused);
  expect(now().me).toEqual(before);
});

it("pins, hides and mutes at once, one over the other, and keeps what is still on its way when an answer comes", async () => {
  const { store, context, now } = looking();
  void setPreferences(context, { channelId: "c", pinned: true, mutedUntil: "9999-12-31T00:00:00.000Z" });
  void setPreferences(context, { channelId: "c", hidden: true });
  expect(now().me).toMatchObject({ mutedUntil: "9999-12-31T00:00:00.000Z" });
  expect(now().me?.pinnedAt).not.toBeNull();
  expect((now().me?.hiddenAt ?? "") >= now().head.lastActivityAt).toBe(true);
  const told = membership({ readSeq: 5, cursorCount: 5, stateVersion: 1, countedSeq: 5 });
  store.dispatch({ type: "state.reply", channelId: "c", me: told });
  expect(now().me?.pinnedAt).not.toBeNull();
  void setPreferences(context, { channelId: "c", pinned: false, hidden: false, mutedUntil: null });
  expect(now().me).toMatchObject({ pinnedAt: null, hiddenAt: null, mutedUntil: null });
});

it("follows a thread at once, from the present on", async () => {
  const thread = { channel: channel({ type: "thread", parentMessageId: "parent" }), me: null };
  const { store, context, answer, now } = looking(thread);
  const followed = followThread(context, "c", true);
  expect(now().me).not.toBeNull();
  expect(unreadOf(now())).toBe(0);
  store.dispatch(live(sent(message(6))));
  expect(unreadOf(now())).toBe(1);
  answer.resolve(
    entry({ ...thread, head: head(6, { version: 7 }), me: membership({ readSeq: 5, cursorCount: 5, stateVersion: 1 }) }),
  );
  await followed;
  expect(now().me?.stateVersion).toBe(1);
  expect(unreadOf(now())).toBe(1);
});
