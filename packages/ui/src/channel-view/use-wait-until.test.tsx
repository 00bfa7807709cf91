// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { useWaitUntil } from "./wait-until.ts";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const now = Date.parse("2026-11-24T10:00:00.000Z");
const message = (local?: object) => ({ author: { id: "me" }, kind: "text", local }) as unknown as TimelineMessage;

let root: ReturnType<typeof createRoot>;
let place: HTMLElement;
function Look({ slowUntil, messages }: { slowUntil: number | null; messages: readonly TimelineMessage[] }) {
  return useWaitUntil(slowUntil, messages);
}
const until = () => (place.textContent === "" ? null : Number(place.textContent));
const show = (messages: readonly TimelineMessage[], slowUntil: number | null = null) =>
  act(async () => root.render(<Look slowUntil={slowUntil} messages={messages} />));

beforeEach(() => {
  vi.useFakeTimers({ now });
  place = document.createElement("div");
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

it("holds the composer for as long as the server said, from when a message was refused for coming too fast", async () => {
  const held = message({ state: "sending", reason: "RATE_LIMITED", retryAfterMs: 800 });
  await show([message()]);
  expect(until()).toBeNull();
  await show([message(), held]);
  expect(until()).toBe(now + 800);
  // Drawn again later, it is the same moment.
  vi.setSystemTime(now + 500);
  await show([held]);
  expect(until()).toBe(now + 800);
  await show([held], now + 5_000);
  expect(until()).toBe(now + 5_000);
  await show([message()]);
  expect(until()).toBeNull();
});
