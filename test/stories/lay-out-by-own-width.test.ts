import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { listStories, type Story } from "./list-stories.ts";
import { rest } from "./show-story.ts";
import { desktop, useStorybook } from "./use-storybook.ts";

const storybook = useStorybook(1);

it.each([
  ["a thread", "With Thread", "thread-view"],
  ["the details", "With Details", "member-panel"],
])("puts %s beside the conversation or over it by the room that a host gives", async (_, name, slot) => {
  await storybook.onPage(async ({ page, show, setLook }) => {
    await setLook({ colorScheme: "light", viewport: desktop });
    await show(storyOf(name));
    const wide = await look(page, slot);
    expect(wide.conversation.width).toBeGreaterThan(800);
    expect(wide.beside.left).toBeCloseTo(wide.conversation.right, 0);
    expect(wide.beside.right).toBe(desktop.width);

    await giveWidth(page, 390);
    const narrow = await look(page, slot);
    expect([narrow.beside.left, narrow.beside.width]).toEqual([narrow.conversation.left, 390]);
    expect(narrow.conversation.width).toBe(390);

    await giveWidth(page, 700);
    const middle = await look(page, slot);
    expect(middle.conversation.width).toBe(700);
    expect([middle.beside.right, middle.beside.width < 400]).toEqual([middle.conversation.right, true]);
  });
});

it("shows a thread's way out at its start where it covers the conversation, and at its end where it does not", async () => {
  await storybook.onPage(async ({ page, show, setLook }) => {
    await setLook({ colorScheme: "light", viewport: desktop });
    await show(storyOf("With Thread"));
    const waysOut = async () =>
      Promise.all(
        ["Back to the conversation", "Close thread"].map((label) => page.getByRole("button", { name: label }).isVisible()),
      );
    expect(await waysOut()).toEqual([false, true]);
    expect(await page.locator('[data-slot="channel-header"]').isVisible()).toBe(true);
    await giveWidth(page, 390);
    expect(await waysOut()).toEqual([true, false]);
    expect(await page.locator('[data-slot="channel-header"]').isVisible()).toBe(false);
    await show(storyOf("Thread Alone"));
    expect(await waysOut()).toEqual([false, true]);
    await setLook({ colorScheme: "light", viewport: { width: 390, height: 844 } });
    await rest(page);
    expect(await waysOut()).toEqual([true, false]);
  });
});

function storyOf(name: string): Story {
  const story = listStories().find((one) => one.title === "Screens/Channel view" && one.name === name);
  if (story === undefined) throw new Error(`There is no story ${name}.`);
  return story;
}

/** The host's box, in a window that stays as wide as it is. */
async function giveWidth(page: Page, pixels: number): Promise<void> {
  await page.locator('[data-slot="chat-root"]').evaluate((root, width) => {
    root.style.width = `${width}px`;
  }, pixels);
  await rest(page);
}

async function look(page: Page, slot: string) {
  const boxOf = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return { left, right, width };
    });
  return {
    conversation: await boxOf('[data-slot="channel-view"] > section:first-child'),
    beside: await boxOf(`[data-slot="${slot}"]`),
  };
}
