import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { lastMessageLine } from "./last-message-line.ts";
import type { ChannelListItem } from "./list-item.ts";

const ann = { id: "a", name: "Ann", image: null, version: 1 };
const ben = { id: "0199b2c4-0000-7000-8000-00000000000b", name: "Ben", image: null, version: 1 };

function line(
  message: object | null,
  { type = "group", typing = [] as ChannelListItem["typing"], draft = null as string | null, folded = new Set<string>() } = {},
) {
  const lastMessage =
    message === null ? null : { author: ann, kind: "text", text: "hi **you**", deletedAt: null, data: null, ...message };
  const item = {
    entry: { channel: { type, description: null }, lastMessage },
    unread: 0,
    mentions: 0,
    typing,
  } as unknown as ChannelListItem;
  return lastMessageLine(item, draft, "me", english, "en", undefined, folded);
}

it("says who said what, in one plain line", () => {
  expect(line({})).toEqual({ kind: "message", text: "Ann: hi you" });
  expect(line({ author: { ...ann, id: "me" } })).toEqual({ kind: "message", text: "You: hi you" });
  expect(line({}, { type: "direct" })).toEqual({ kind: "message", text: "hi you" });
});

it("words system lines, deleted and missing messages", () => {
  const data = { type: "member.added", users: [ben, { id: "0199b2c4-0000-7000-8000-00000000000c", name: "Cleo" }] };
  expect(line({ kind: "system", text: "", data })).toEqual({ kind: "system", text: "Ann added Ben and Cleo" });
  expect(line({ deletedAt: "2026-11-24T00:00:00.000Z", text: "" }).kind).toBe("deleted");
  expect(line(null).kind).toBe("empty");
});

it("tells nothing of what a blocked person says, and the rest as ever", () => {
  const folded = new Set([ann.id]);
  const told = { kind: "folded", text: "Message of a blocked person" };
  expect(line({}, { folded })).toEqual(told);
  expect(line({}, { folded, type: "direct" })).toEqual(told);
  expect(line({ author: ben }, { folded }).text).toBe("Ben: hi you");
  expect(line({ deletedAt: "2026-11-24T00:00:00.000Z", text: "" }, { folded }).kind).toBe("deleted");
});

it("lets typing win over a draft, and a draft over the message", () => {
  expect(line({}, { draft: "half a `thought`" })).toEqual({ kind: "draft", text: "half a thought" });
  expect(line({}, { draft: "half", typing: [ben] })).toEqual({ kind: "typing", text: "Ben is typing…" });
  expect(line({}, { type: "direct", typing: [ben] }).text).toBe("typing…");
});
