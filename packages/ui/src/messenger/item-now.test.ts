import type { ChannelEntry } from "@chat/contract";
import { expect, it } from "vitest";
import { entryNow } from "../channel-view/entry-now.ts";
import { itemNow } from "./item-now.ts";

const ann = { id: "a", name: "Ann", image: null, version: 1 };
const entry = {
  channel: { id: "c" },
  peer: { ...ann, online: false, lastSeenAt: null },
  lastMessage: { author: ann, text: "hi" },
} as unknown as ChannelEntry;

it("names and places people as they are now, in the same object for the same people", () => {
  const people = { a: { ...ann, name: "Anna", version: 2 } };
  const presences = { a: { online: true, lastSeenAt: null } };
  const now = entryNow(entry, people, presences);
  expect(now.peer).toMatchObject({ name: "Anna", online: true });
  expect(now.lastMessage?.author.name).toBe("Anna");
  expect(entryNow(entry, { ...people, b: ann }, { ...presences })).toBe(now);
  expect(entryNow(entry, people, { a: { online: false, lastSeenAt: "2026-11-24T00:00:00.000Z" } })).not.toBe(now);
});

it("keeps a line's object while neither it nor its entry changed", () => {
  const item = { entry, unread: 2 };
  const other = { ...entry };
  expect(itemNow(item, entry)).toBe(item);
  const now = itemNow(item, other);
  expect(now).toEqual({ entry: other, unread: 2 });
  expect(itemNow(item, other)).toBe(now);
  expect(itemNow({ entry, unread: 3 }, other)).not.toBe(now);
});
