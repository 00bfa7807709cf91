import { QueryClient } from "@tanstack/query-core";
import { expect, it } from "vitest";
import { roomSlices } from "../cache/slices.ts";
import { createStore } from "../cache/store.ts";
import { pendingOf } from "../fixtures/pending.ts";
import { head, me, message } from "../fixtures/wire.ts";
import { createRoomKeeper } from "./keep-rooms.ts";

function holding(channels: number, rows: number) {
  const store = createStore(new QueryClient());
  store.dispatch({ type: "me.arrived", me: me() });
  const ids = Array.from({ length: channels }, (_, i) => `channel-${i}`);
  for (const channelId of ids) {
    const items = Array.from({ length: rows }, (_, i) => message(i + 1, { channelId }));
    const page = { items, version: rows, head: head(rows) };
    store.dispatch({ type: "page.started", channelId, read: 1, place: { at: "latest" } });
    store.dispatch({ type: "page.arrived", channelId, read: 1, place: { at: "latest" }, page, limit: rows });
  }
  return { store, ids };
}

it("holds the last 500 messages of the last 20 channels that nobody looks at", () => {
  const { store, ids } = holding(25, 600);
  const open = new Set(["channel-3"]);
  const rooms = createRoomKeeper(
    () => store,
    (id) => open.has(id),
  );
  store.dispatch({ type: "pending.added", channelId: "channel-1", pending: pendingOf("unsent") });
  for (const id of ids) if (!open.has(id)) rooms.closed(id);
  const rows = (id: string) => store.read(roomSlices.timeline(id)).rows;
  expect(ids.filter((id) => rows(id).length > 0)).toHaveLength(21);
  expect(rows("channel-3")).toHaveLength(600);
  expect(rows("channel-24")).toHaveLength(500);
  expect(rows("channel-24").at(-1)?.seq).toBe(600);
  expect(store.read(roomSlices.timeline("channel-24"))).toMatchObject({ atStart: false, following: true, version: 600 });
  expect(store.rooms()).not.toContain("channel-0");
  expect(store.read(roomSlices.timeline("channel-1")).pending).toHaveLength(1);
});

it("gives up the rows of a closed channel that grows, in bundles, and never those of an open one", () => {
  const { store } = holding(2, 620);
  const rooms = createRoomKeeper(
    () => store,
    (id) => id === "channel-0",
  );
  for (const id of ["channel-0", "channel-1"]) rooms.trim(id);
  expect(["channel-0", "channel-1"].map((id) => store.read(roomSlices.timeline(id)).rows.length)).toEqual([620, 500]);
});

it("gives up a window in the past, which opens at the channel's end the next time", () => {
  const { store } = holding(1, 50);
  const channelId = "channel-0";
  const page = { items: [message(10, { channelId })], version: 50, head: head(50) };
  store.dispatch({ type: "page.started", channelId, read: 2, place: { at: "around", seq: 10 } });
  store.dispatch({ type: "page.arrived", channelId, read: 2, place: { at: "around", seq: 10 }, page, limit: 1 });
  createRoomKeeper(
    () => store,
    () => false,
  ).closed(channelId);
  expect(store.read(roomSlices.timeline(channelId))).toMatchObject({ rows: [], version: null });
});
