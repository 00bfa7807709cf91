// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { CatalogueProvider } from "../catalogue/catalogue-provider.tsx";
import { DayDivider } from "./day-divider.tsx";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => void vi.useRealTimers());

it.each([
  ["UTC", "2026-11-24T23:59:50Z", "2026-11-24"],
  ["Asia/Tokyo", "2026-11-24T14:59:50Z", "2026-11-24"],
])("says another word for the day from midnight on, in %s", async (timeZone, justBefore, day) => {
  vi.useFakeTimers({ now: Date.parse(justBefore) });
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  const label = () => document.querySelector('[data-slot="day"]')?.getAttribute("aria-label");
  await act(async () =>
    root.render(
      <CatalogueProvider timeZone={timeZone}>
        <DayDivider day={day} />
      </CatalogueProvider>,
    ),
  );
  expect(label()).toBe("Today");
  await act(async () => vi.advanceTimersByTime(60_000));
  expect(label()).toBe("Yesterday");
  await act(async () => root.unmount());
});
