import { expect, it } from "vitest";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

it("is over where nothing had to be scrolled: what the page scrolls later stays", async () => {
  const list = await parts.open({ to: 120, unread: 60 });
  await list.jumpTo(60);
  const chip = list.page.locator('[data-slot="day-chip"][data-state="hidden"]');
  await chip.waitFor({ state: "attached" });
  await list.rest();
  const before = (await list.endOf(60)) ?? 0;
  await list.jumpTo(60);
  // As a browser does that looks for a word: no key, no wheel, no finger.
  await list.scroller.evaluate((box) => {
    box.scrollTop -= 260;
  });
  await list.page.locator('[data-slot="day-chip"][data-state="shown"]').waitFor({ state: "attached" });
  await chip.waitFor({ state: "attached" });
  await list.rest();
  expect(((await list.endOf(60)) ?? 0) - before).toBeCloseTo(260, 0);
});
