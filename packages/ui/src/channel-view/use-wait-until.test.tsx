// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { makeMessage } from "../message-list/make-message.fixture.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { useWaitUntil } from "./wait-until.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

it("waits after a refusal as long as the server says, and for slow mode if that is longer", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  let until: number | null = null;
  const Ask = (props: { slowUntil: number | null; messages: readonly TimelineMessage[] }) => {
    until = useWaitUntil(props.slowUntil, props.messages);
    return null;
  };
  const refused = makeMessage(2, { local: { state: "failed", reason: "RATE_LIMITED", retryAfterMs: 4_000 } });
  await act(async () => root.render(<Ask slowUntil={null} messages={[makeMessage(1)]} />));
  expect(until).toBeNull();
  const before = Date.now();
  await act(async () => root.render(<Ask slowUntil={null} messages={[makeMessage(1), refused]} />));
  expect(until).toBeGreaterThanOrEqual(before + 4_000);
  const held = until;
  await act(async () => root.render(<Ask slowUntil={before + 1_000} messages={[makeMessage(1), refused]} />));
  expect(until).toBe(held);
  await act(async () => root.render(<Ask slowUntil={before + 60_000} messages={[refused]} />));
  expect(until).toBe(before + 60_000);
  await act(async () => root.render(<Ask slowUntil={null} messages={[makeMessage(1)]} />));
  expect(until).toBeNull();
  await act(async () => root.unmount());
});
