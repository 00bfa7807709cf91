// @vitest-environment happy-dom
import { act, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lazyPart, loadPartsWhenIdle } from "./lazy-part.ts";

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("asks again for what could not be loaded, at once when the network is back", async () => {
  let isOnline = false;
  const load = vi.fn(async () => {
    if (!isOnline) throw new Error("Failed to load chunk");
    return () => <p>here</p>;
  });
  const Part = lazyPart(load, "first-use");
  const box = document.createElement("div");
  const root = createRoot(box);
  await act(async () =>
    root.render(
      <Suspense fallback="wait">
        <Part />
      </Suspense>,
    ),
  );
  expect(box.textContent).toBe("wait");
  await act(() => vi.advanceTimersByTimeAsync(600));
  expect(load).toHaveBeenCalledTimes(2);
  isOnline = true;
  await act(async () => {
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
  });
  expect(box.textContent).toBe("here");
  await act(async () => root.unmount());
});

it("shows what was fetched early without a fallback", async () => {
  vi.stubGlobal("requestIdleCallback", undefined);
  const Part = lazyPart(async () => () => <p>here</p>, "idle");
  loadPartsWhenIdle();
  await vi.advanceTimersByTimeAsync(500);
  const shown: string[] = [];
  const Watch = () => {
    shown.push("wait");
    return null;
  };
  const box = document.createElement("div");
  const root = createRoot(box);
  await act(async () =>
    root.render(
      <Suspense fallback={<Watch />}>
        <Part />
      </Suspense>,
    ),
  );
  expect(box.textContent).toBe("here");
  expect(shown).toEqual([]);
  await act(async () => root.unmount());
});
