import { demoPeople } from "@chat/db/seed";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { enterAs } from "./fixtures/accounts.ts";
import { longPress } from "./fixtures/long-press.ts";
import { hydrated } from "./fixtures/messenger.ts";
import { phone, useStage } from "./fixtures/stage.ts";

const stage = useStage({ seed: "demo" });
const ada = demoPeople[0]!;
/** The narrowest screen that WCAG asks for; all that fits there fits on a phone. */
const narrow = { ...phone, viewport: { width: 320, height: 640 } };
const sizes = [
  ["a phone", phone],
  ["the narrowest screen", narrow],
] as const;

/** Nothing may need scrolling sideways, and nothing that can be used may stick out. */
async function expectFit(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const sticksOut = (element: Element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1 || getComputedStyle(element).visibility === "hidden") return false;
      // What scrolls by itself, such as a wide block of code, may hold more than it shows.
      if (element.closest("pre") !== null) return false;
      return left < -1 || right > innerWidth + 1;
    };
    const usable = [
      ...document.querySelectorAll('button, a[href], input, textarea, [role="option"], [role="article"], h1, h2, h3'),
    ];
    return {
      wider: (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
      out: usable
        .filter(sticksOut)
        .map((element) => `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`),
    };
  });
  expect(found, what).toEqual({ wider: 0, out: [] });
}

async function expectOnScreen(page: Page, surface: Locator, what: string): Promise<void> {
  await surface.waitFor();
  await surface.evaluate((element) =>
    Promise.allSettled(element.getAnimations({ subtree: true }).map((motion) => motion.finished)),
  );
  const box = await surface.boundingBox();
  const { width, height } = page.viewportSize()!;
  expect(box, what).not.toBeNull();
  expect(
    [box!.x >= 0, box!.y >= 0, box!.x + box!.width <= width + 0.5, box!.y + box!.height <= height + 0.5],
    `${what}: ${JSON.stringify(box)}`,
  ).toEqual([true, true, true, true]);
  await expectFit(page, what);
}

it.each(sizes)("signing in and up fits %s", async (_, profile) => {
  const context = await stage.visit(profile);
  const page = await context.newPage();
  for (const path of ["/sign-in", "/sign-up"]) {
    await page.goto(path);
    await hydrated(page);
    await expectFit(page, path);
    await page.getByRole("button", { name: /^(Sign in|Create account)$/ }).tap();
    await page.getByRole("alert").first().waitFor();
    await expectFit(page, `${path} with problems`);
  }
});

it.each(sizes)("one pane at a time on %s: list, conversation, details, and back", async (_, profile) => {
  const { page, chat } = await enterAs(stage, ada, profile);
  const text = `Written with my thumbs on ${profile.viewport.width}`;
  await chat.list.waitFor();
  await expectFit(page, "the list");
  await chat.row("Install & upgrade").tap();
  await chat.composer.waitFor();
  await chat.list.waitFor({ state: "hidden" });
  await expectFit(page, "a group");
  const { height } = page.viewportSize()!;
  const box = (await chat.composer.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(height);
  // No keyboard jumps up before it is asked for.
  expect(await chat.composer.evaluate((field) => field === document.activeElement)).toBe(false);

  await chat.composer.tap();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  expect(await chat.composer.inputValue()).toBe(`${text}\n`);
  await chat.button("Send").tap();
  await chat.message(text).waitFor();
  await expect.poll(() => chat.composer.inputValue()).toBe("");
  await expectFit(page, "a group after sending");

  await page.getByRole("button", { name: /^Install & upgrade/ }).tap();
  const details = page.getByRole("complementary", { name: "Group details" });
  await expectOnScreen(page, details, "the details");
  await details.getByRole("button", { name: "Close details" }).tap();
  await details.waitFor({ state: "hidden" });
  await chat.button("Back to conversations").tap();
  await chat.list.waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.goBack();
  await chat.composer.waitFor();
  await page.goBack();
  await chat.list.waitFor();
  await chat.row("Mateo Rivera").tap();
  await chat.composer.waitFor();
  await expectFit(page, "a direct message");
});

it("a finger that rests on a message opens its actions", async () => {
  const visitor = await enterAs(stage, ada, phone);
  const { page, chat } = visitor;
  await chat.row("Mateo Rivera").tap();
  await chat.composer.tap();
  await page.keyboard.type("Hold me");
  await chat.button("Send").tap();
  const message = chat.message("Hold me");
  await message.getByRole("img", { name: /Sent|Delivered|Read/ }).waitFor();
  const sheet = chat.dialog("Message actions");

  await longPress(visitor, message);
  await expectOnScreen(page, sheet, "the sheet");
  await sheet.getByRole("button", { name: "React with ❤️" }).tap();
  await sheet.waitFor({ state: "hidden" });
  await message.getByRole("button", { name: "❤️, 1 reaction, one of them yours" }).waitFor();

  await longPress(visitor, message);
  await sheet.getByRole("button", { name: "Edit message" }).tap();
  await expect.poll(() => chat.composer.inputValue()).toBe("Hold me");
  await chat.button("Cancel editing").tap();

  await longPress(visitor, message);
  await sheet.getByRole("button", { name: "Delete message" }).tap();
  const question = chat.dialog("Delete this message?");
  await expectOnScreen(page, question, "the question");
  await question.getByRole("button", { name: "Delete" }).tap();
  await message.waitFor({ state: "hidden" });
});

it.each(sizes)("every dialog fits %s", async (_, profile) => {
  const { page, chat } = await enterAs(stage, ada, profile);
  const shut = async (surface: Locator) => {
    await surface
      .getByRole("button", { name: /^(Close|Cancel)$/ })
      .last()
      .tap();
    await surface.waitFor({ state: "hidden" });
  };
  for (const name of ["New message", "New group", "Browse groups"]) {
    await chat.list.getByRole("button", { name }).tap();
    const dialog = chat.dialog(name);
    await expectOnScreen(page, dialog, name);
    if (name !== "Browse groups") {
      await dialog.getByRole("combobox").fill("a");
      await dialog.getByRole("option").first().waitFor();
      await expectOnScreen(page, dialog, `${name} with people`);
    }
    await shut(dialog);
  }
  await chat.button("Profile and settings").tap();
  const profileDialog = chat.dialog("Profile and settings");
  for (const tab of ["Profile", "Security", "Appearance"]) {
    await profileDialog.getByRole("tab", { name: tab }).tap();
    await expectOnScreen(page, profileDialog, tab);
  }
  await shut(profileDialog);

  await chat.row("Release crew").tap();
  await chat.composer.waitFor();
  await page.getByRole("button", { name: /^Release crew/ }).tap();
  const details = page.getByRole("complementary", { name: "Group details" });
  await details.getByRole("button", { name: "Edit details" }).tap();
  await expectOnScreen(page, details, "editing the group");
  await details.getByRole("button", { name: "Cancel" }).tap();
  await details.getByRole("button", { name: "Add people" }).tap();
  await expectOnScreen(page, chat.dialog("Add people"), "Add people");
  await shut(chat.dialog("Add people"));
  await details.getByRole("button", { name: "Leave group" }).tap();
  await expectOnScreen(page, chat.dialog("You are the only owner"), "the only owner");
  await shut(chat.dialog("You are the only owner"));
  await details.getByRole("button", { name: "Close details" }).tap();

  await page.getByRole("button", { name: "Add an emoji" }).tap();
  await expectOnScreen(page, page.getByRole("dialog", { name: "Choose an emoji" }), "the emoji picker");
  await page.keyboard.press("Escape");
  await chat.button("More").tap();
  await expectOnScreen(page, page.getByRole("menu"), "the menu");
});
