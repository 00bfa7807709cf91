import { expect, it } from "vitest";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { isMuted, slowModeUntil } from "./wait-until.ts";

const message = (over: object) =>
  ({ author: { id: "me" }, kind: "text", createdAt: "2026-11-24T10:00:00.000Z", ...over }) as unknown as TimelineMessage;
const at = Date.parse("2026-11-24T10:00:00.000Z");

it("holds members in slow mode after their own last message", () => {
  const slow = { slowModeSeconds: 30 };
  expect(slowModeUntil(slow, "member", [message({}), message({ author: { id: "you" } })], "me")).toBe(at + 30_000);
  expect(slowModeUntil(slow, "moderator", [message({})], "me")).toBeNull();
  expect(slowModeUntil({ slowModeSeconds: 0 }, "member", [message({})], "me")).toBeNull();
  expect(slowModeUntil(slow, "member", [message({ kind: "system" }), message({ local: { state: "failed" } })], "me")).toBeNull();
});

it("knows a mute without end by what was refused", () => {
  expect(isMuted([message({ local: { state: "failed", reason: "MUTED" } })])).toBe(true);
  expect(isMuted([message({ local: { state: "failed", reason: "MUTED", retryAfterMs: 100 } })])).toBe(false);
  expect(isMuted([message({ local: { state: "sending", reason: "MUTED" } }), message({})])).toBe(false);
});
