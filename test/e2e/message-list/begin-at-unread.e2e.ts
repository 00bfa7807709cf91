import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { hydrated } from "../fixtures/messenger.ts";
import { mixedText } from "../fixtures/mixed-text.ts";
import { useStage } from "../fixtures/stage.ts";
import { longConversation } from "./long-conversation.ts";

const stage = useStage();

declare global {
  interface Window {
    /** What the browser says moved in the list, though nobody scrolled: shares of the window. */
    moved: number[];
  }
}

it("stands at its unread line before any script has run, and stays there when the page comes alive", async () => {
  const { ann, name, say } = await longConversation(stage, "Begin", 20);
  for (let at = 21; at <= 45; at += 1) await say(mixedText(at));
  await ann.chat.open(name);
  const { pathname } = new URL(ann.page.url());

  const still = await stage.visit({ javaScriptEnabled: false, storageState: await ann.context.storageState() });
  const painted = await still.newPage();
  await painted.goto(pathname);
  const before = await placeOf(painted);
  expect(before).toEqual({ row: 56, isLineShown: true });

  const page = await ann.context.newPage();
  await page.addInitScript(() => {
    window.moved = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(pathname);
  await hydrated(page);
  await page.waitForLoadState("networkidle");
  expect(await placeOf(page)).toEqual(before);
  const moved = await page.evaluate(() => window.moved);
  expect(moved.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.1);
});

/** How far below the list's top the row with the unread line begins, and whether the line is on screen. */
function placeOf(page: Page): Promise<{ row: number; isLineShown: boolean }> {
  return page.locator('[data-slot="row"][data-unread]').evaluate((row) => {
    const list = row.closest('[data-slot="message-scroller"]')?.getBoundingClientRect() ?? new DOMRect();
    const line = row.querySelector('[data-slot="unread-line"]')?.getBoundingClientRect() ?? new DOMRect();
    return {
      row: Math.round(row.getBoundingClientRect().top - list.top),
      isLineShown: line.top > list.top && line.bottom < list.bottom,
    };
  });
}
