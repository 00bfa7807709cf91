// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EmojiPicker } from "./emoji-picker.tsx";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector("#root") as Element);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const button = (name: RegExp) =>
  [...document.querySelectorAll("button")].find((one) =>
    name.test(one.getAttribute("aria-label") ?? one.textContent ?? ""),
  ) as HTMLElement;
const failure = () => document.querySelector('[role="alert"] p')?.textContent;

it("says that its data did not come, gives the frequent ones meanwhile, and tries again", async () => {
  const fetch = vi.fn().mockRejectedValue(new TypeError("Failed to fetch"));
  vi.stubGlobal("fetch", fetch);
  const onPick = vi.fn();
  await act(async () => root.render(<EmojiPicker onPick={onPick} />));
  await vi.waitFor(() => expect(failure()).toBe("The emoji could not be loaded"));
  await act(async () => button(/^React with 👍$/).click());
  expect(onPick).toHaveBeenCalledWith("👍");
  const calls = fetch.mock.calls.length;
  await act(async () => button(/^Retry$/).click());
  await vi.waitFor(() => expect(fetch.mock.calls.length).toBeGreaterThan(calls));
  await vi.waitFor(() => expect(failure()).toBe("The emoji could not be loaded"));
});
