import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoBarrier } from "../../fixtures/find-barriers.ts";
import { useStage } from "../fixtures/stage.ts";
import { longConversation } from "./long-conversation.ts";

const stage = useStage();
const focused = (page: Page) => page.evaluate(() => Number(document.activeElement?.getAttribute("data-seq")));

it("moves between messages by arrows, Home and End, and acts on them", async () => {
  const { open, ann, say } = await longConversation(stage, "Keys", 40);
  const last = await say("The last one");
  const timeline = await open();
  const { page } = ann;
  await page.locator(`[data-slot="message"][data-seq="${last}"]`).focus();
  for (let press = 0; press < 25; press++) await page.keyboard.press("ArrowUp");
  await expect.poll(() => focused(page)).toBe(last - 25);
  const box = await page.locator(":focus").boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("End");
  await expect.poll(() => focused(page)).toBe(last);
  await timeline.rest();
  expect(await timeline.distance()).toBeLessThanOrEqual(1);

  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Copy text" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe(last);

  await page.keyboard.press("+");
  await page.getByLabel("Search emoji").fill("broccoli");
  await page.locator('[data-slot="emoji-picker"]').getByText("🥦").waitFor();
  await page.keyboard.press("Enter");
  await ann.chat.message("The last one").getByRole("button", { name: "🥦, 1 reaction, one of them yours" }).waitFor();
  await expect.poll(() => focused(page)).toBe(last);

  await page.keyboard.press("r");
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
});

it.each(["light", "dark"] as const)("has nothing for axe to say, %s", async (colorScheme) => {
  const { open, ann, say } = await longConversation(stage, `Axe ${colorScheme}`, 15);
  await say("**bold** [link](https://example.com) `code` 🎉", 3);
  const timeline = await open();
  await ann.page.emulateMedia({ colorScheme });
  await ann.chat.send("Mine");
  await ann.chat.message("Mine").waitFor();
  await timeline.rest();
  await expectNoBarrier(ann.page, "the list", '[data-slot="message-list"]');
});
