import { demoPeople } from "@chat/db/seed";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { enterAs } from "./fixtures/accounts.ts";
import { longPress } from "./fixtures/long-press.ts";
import { layKeyboardOver, raiseKeyboard } from "./fixtures/raise-keyboard.ts";
import { phone, useStage } from "./fixtures/stage.ts";

const stage = useStage({ seed: "demo" });
const ada = demoPeople[0]!;
const { width, height } = phone.viewport;

/** Where it is once it stands still. */
async function edgesOf(surface: Locator) {
  await surface.evaluate((element) =>
    Promise.allSettled(element.getAnimations({ subtree: true }).map((motion) => motion.finished)),
  );
  const box = (await surface.boundingBox())!;
  return { top: box.y, left: box.x, right: box.x + box.width, bottom: box.y + box.height };
}
const bottomOf = async (surface: Locator) => (await edgesOf(surface)).bottom;

it("stands over a keyboard that lies over the page, dialogs too", async () => {
  const { page, chat } = await enterAs(stage, ada, { ...phone, prepare: layKeyboardOver });
  await chat.row("Mateo Rivera").tap();
  await raiseKeyboard(page, 300);
  await expect.poll(() => bottomOf(chat.composer)).toBeLessThan(height - 300);
  await raiseKeyboard(page, 0);
  await expect.poll(() => bottomOf(chat.composer)).toBeGreaterThan(height - 100);

  await chat.button("Back to conversations").tap();
  await chat.list.getByRole("button", { name: "New message" }).tap();
  const dialog = chat.dialog("New message");
  await dialog.waitFor();
  await raiseKeyboard(page, 300);
  await expect.poll(() => bottomOf(dialog)).toBeLessThanOrEqual(height - 300);
  expect((await edgesOf(dialog)).top).toBeGreaterThanOrEqual(0);
});

it("keeps clear of a phone's own edges: the camera's, and the line at the bottom", async () => {
  const visitor = await enterAs(stage, ada, phone);
  const { context, page, chat } = visitor;
  const session = await context.newCDPSession(page);
  const insets = { top: 59, left: 21, right: 22, bottom: 34 };
  await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
  await chat.row("Mateo Rivera").waitFor();
  const heading = await edgesOf(chat.list.getByRole("button", { name: "Profile and settings" }));
  expect(heading.top).toBeGreaterThanOrEqual(insets.top);
  expect(heading.left).toBeGreaterThanOrEqual(insets.left);
  expect((await edgesOf(chat.list)).right).toBe(width - insets.right);

  await chat.row("Mateo Rivera").tap();
  expect(await bottomOf(chat.composer)).toBeLessThanOrEqual(height - insets.bottom);
  await longPress(visitor, chat.log.getByRole("article").last());
  const last = chat.dialog("Message actions").getByRole("button").last();
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => bottomOf(last)).toBeLessThanOrEqual(height - insets.bottom);
});
