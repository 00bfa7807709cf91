// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useAnnouncer } from "./use-announcer.ts";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const summary = (count: number) => `${count} new`;
function Region({ said }: { said: string }) {
  const { text, announce } = useAnnouncer(summary);
  return (
    <button type="button" aria-live="polite" onClick={() => announce(said)}>
      {text}
    </button>
  );
}

it("changes the region for the same words again, or nobody would hear them", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  await act(async () => root.render(<Region said="Ann: ok" />));
  const region = () => document.querySelector<HTMLElement>("[aria-live]");
  const seen: string[] = [];
  for (let time = 0; time < 3; time++) {
    await act(async () => region()?.click());
    seen.push(region()?.textContent ?? "");
    await act(async () => vi.advanceTimersByTime(1_000));
  }
  expect(seen.map((text) => text.trim())).toEqual(["Ann: ok", "Ann: ok", "Ann: ok"]);
  expect(seen[1]).not.toBe(seen[0]);
  expect(seen[2]).not.toBe(seen[1]);
  await act(async () => root.unmount());
});
