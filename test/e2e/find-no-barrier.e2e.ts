import { demoPeople } from "@chat/db/seed";
import type { Locator } from "playwright-core";
import { it } from "vitest";
import { expectNoBarrier } from "../fixtures/find-barriers.ts";
import { enterAs } from "./fixtures/accounts.ts";
import { atRest } from "./fixtures/geometry.ts";
import { hydrated, openActions } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage({ seed: "demo" });
const ada = demoPeople[0]!;
const schemes = ["light", "dark"] as const;

it.each(schemes)("in signing in and up, %s", async (colorScheme) => {
  const context = await stage.visit({ colorScheme });
  const page = await context.newPage();
  for (const path of ["/sign-in", "/sign-up"]) {
    await page.goto(path);
    await hydrated(page);
    await expectNoBarrier(page, path);
    await page.getByRole("button", { name: /^(Sign in|Create account)$/ }).click();
    await page.getByRole("alert").first().waitFor();
    await expectNoBarrier(page, `${path} with problems`);
  }
});

it.each(schemes)("in the messenger, its details and its menus, %s", async (colorScheme) => {
  const { page, chat } = await enterAs(stage, ada, { colorScheme });
  await expectNoBarrier(page, "the list alone");
  for (const name of ["Install & upgrade", "Linh Tran"]) {
    await chat.open(name);
    await atRest(chat.log);
    await expectNoBarrier(page, name);
    await page.getByRole("button", { name: "Details", exact: true }).click();
    await page.getByRole("complementary").waitFor();
    await expectNoBarrier(page, `${name} with details`, "aside");
    await page.getByRole("button", { name: "Close details" }).click();
  }
  const message = chat.log.getByRole("article").last();
  await message.hover();
  await message.getByRole("button", { name: "Add reaction" }).first().click();
  await page.getByRole("dialog", { name: "Choose an emoji" }).getByRole("gridcell").first().waitFor();
  await expectNoBarrier(page, "the emoji picker", '[role="dialog"]');
  await page.keyboard.press("Escape");
  await openActions(message);
  await page.getByRole("menu").waitFor();
  await expectNoBarrier(page, "a message's menu", '[role="menu"]');
  await page.getByRole("menuitem", { name: "Reply", exact: true }).click();
  await page.getByText(/^Replying to/).waitFor();
  await chat.composer.fill("@");
  await chat.composer.press("End");
  await page.getByRole("listbox", { name: "People to mention" }).waitFor();
  await expectNoBarrier(page, "a reply with a mention", '[data-slot="composer"]');
});

it.each(schemes)("in a thread, its summary and the list of threads, %s", async (colorScheme) => {
  const { page, chat } = await enterAs(stage, ada, { colorScheme });
  await chat.open("Linh Tran");
  await atRest(chat.log);
  await chat.choose(chat.log.getByRole("article").last(), "Reply in thread");
  const thread = page.getByRole("region", { name: "Thread", exact: true });
  await thread.getByRole("textbox", { name: "Reply in thread" }).waitFor();
  await expectNoBarrier(page, "a thread");
  await thread.getByRole("textbox", { name: "Reply in thread" }).fill("Beside the conversation");
  await page.keyboard.press("Enter");
  await page.locator('[data-slot="thread-summary"]').waitFor();
  await page.locator('[data-slot="threads-button"]').waitFor();
  await expectNoBarrier(page, "a thread with a reply, its summary beside it");
  await page.locator('[data-slot="threads-button"]').click();
  await chat.dialog("Threads").getByRole("listitem").first().waitFor();
  await expectNoBarrier(page, "the list of threads", '[role="dialog"]');
});

it.each(schemes)("in every dialog, %s", async (colorScheme) => {
  const { page, chat } = await enterAs(stage, ada, { colorScheme });
  const look = async (dialog: Locator, what: string) => {
    await dialog.waitFor();
    const role = await dialog.getAttribute("role");
    await expectNoBarrier(page, what, role === null ? "aside" : `[role="${role}"]`);
  };
  const shut = async (dialog: Locator) => {
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  };
  for (const name of ["New message", "New group", "Browse groups"]) {
    await chat.list.getByRole("button", { name }).click();
    const dialog = chat.dialog(name);
    await dialog.getByRole("option").or(dialog.getByRole("listitem")).first().waitFor();
    await look(dialog, name);
    await shut(dialog);
  }
  await chat.button("Profile and settings").click();
  const profile = chat.dialog("Profile and settings");
  for (const tab of ["Profile", "Security", "Appearance"]) {
    await profile.getByRole("tab", { name: tab }).click();
    await look(profile, tab);
  }
  await shut(profile);

  await chat.open("Release crew");
  await page.getByRole("button", { name: "Details", exact: true }).click();
  const details = page.getByRole("complementary", { name: "Group details" });
  await details.getByRole("button", { name: "Edit details" }).click();
  await look(details, "editing the group");
  await details.getByRole("button", { name: "Cancel" }).click();
  await details.getByRole("button", { name: "Add people" }).click();
  await look(chat.dialog("Add people"), "Add people");
  await shut(chat.dialog("Add people"));
  await details.getByRole("button", { name: "Archive group" }).click();
  await look(chat.dialog("Archive Release crew?"), "archiving");
  await shut(chat.dialog("Archive Release crew?"));
  await details.getByRole("button", { name: "Actions for Freya Lindqvist" }).click();
  await look(page.getByRole("menu"), "a member's menu");
  await shut(page.getByRole("menu"));
  await chat.log.getByRole("button", { name: "Mateo Rivera", exact: true }).last().click();
  await look(chat.dialog("Profile"), "a person");
});
