import type { ChannelEntry } from "@chat/contract";
import { expect, it } from "vitest";
import { composerBlock } from "./composer-block.ts";

const entry = (over: { channel?: object; me?: object | null; peer?: object | null }) =>
  ({
    channel: { type: "group", archivedAt: null, frozenAt: null, ...over.channel },
    me: over.me === null ? null : { role: "member", ...over.me },
    peer: over.peer ?? null,
  }) as unknown as ChannelEntry;
const moment = "2026-11-24T10:00:00.000Z";

it("closes for what the server would refuse, and only that", () => {
  expect(composerBlock(entry({}))).toBeNull();
  expect(composerBlock(entry({ channel: { archivedAt: moment }, me: { role: "owner" } }))).toBe("archived");
  expect(composerBlock(entry({ channel: { frozenAt: moment } }))).toBe("frozen");
  expect(composerBlock(entry({ channel: { frozenAt: moment }, me: { role: "moderator" } }))).toBeNull();
  expect(composerBlock(entry({ me: null }))).toBe("notMember");
  expect(composerBlock(entry({ channel: { type: "direct" }, peer: { deactivatedAt: moment } }))).toBe("peerGone");
  expect(composerBlock(entry({ channel: { type: "direct" }, peer: { deactivatedAt: null } }))).toBeNull();
});
