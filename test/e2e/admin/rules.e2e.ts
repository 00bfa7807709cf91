import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { findBarriers } from "../../fixtures/find-barriers.ts";
import { call, enter, type Visitor } from "../fixtures/accounts.ts";
import { beforeTries } from "../fixtures/before-tries.ts";
import { phone, useStage } from "../fixtures/stage.ts";

const stage = useStage();
let session: Awaited<ReturnType<Visitor["context"]["storageState"]>>;
let owner: Visitor;

beforeTries(async () => {
  // The first to sign up on a new site is its admin.
  const admin = await enter(stage, "Ada Admin");
  session = await admin.context.storageState();
  owner = await enter(stage, "Olive Owner");
  await owner.chat.createGroup({ name: "Gardeners", people: [admin.name] });
  await owner.chat.send("Buy cheap pills here");
  await owner.chat.message("Buy cheap pills here").waitFor();
});

const openRules = async (profile: Parameters<typeof stage.visit>[0] = {}) => {
  const context = await stage.visit({ ...profile, storageState: session });
  const page = await context.newPage();
  await page.goto("/admin/rules");
  await page.getByRole("heading", { name: "Rules" }).waitFor();
  return page;
};

/** Past the screens, for what is about something else. */
const writeRule = async (page: Page, name: string) => {
  const match = { type: "words", words: ["idiot"], whole: true };
  const condition = { match, accountHours: null, channels: ["public", "private", "direct"] };
  await call({ context: page.context(), page }, "admin.rule.create", {
    name,
    enabled: true,
    condition,
    action: { type: "mask" },
  });
  await page.reload();
};

it("a rule is written, tried, replayed and saved, and its author is told in its words", async () => {
  const page = await openRules();
  await page.getByText("There are no rules yet").waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await page.getByRole("button", { name: "New rule" }).first().click();
  const panel = page.getByRole("complementary", { name: "New rule" });
  await panel.getByRole("button", { name: "Create" }).click();
  await panel.getByText("Give the rule a name.").waitFor();
  await panel.getByRole("textbox", { name: "Name" }).fill("No pills");
  await panel.getByRole("textbox", { name: "Words", exact: true }).fill("pills\nviagra");
  await panel.getByRole("textbox", { name: "Text for the person" }).fill("No drugs here, please.");
  await panel.getByRole("textbox", { name: "A message" }).fill("cheap PÍLLS");
  await panel.getByText("It would be refused.").waitFor();
  await panel.getByRole("textbox", { name: "A message" }).fill("a pillow");
  await panel.getByText("The rule does not fit this message.").waitFor();
  await panel.getByRole("button", { name: "Replay", exact: true }).click();
  await panel.getByText("1 of 1 messages.").waitFor();
  // The group is a private one: what was said in it is shown to who says why.
  await panel.getByText("1 of them in private conversations").waitFor();
  expect(await panel.getByText("Buy cheap pills here").count()).toBe(0);
  await panel.getByRole("button", { name: "Show them" }).click();
  const asked = page.getByRole("dialog", { name: "Show private conversations" });
  await asked.getByRole("textbox", { name: "Reason" }).fill("Pills are sold to children");
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await asked.getByRole("button", { name: "Show", exact: true }).click();
  await panel.getByRole("listitem").filter({ hasText: "Buy cheap pills here" }).waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await panel.getByRole("button", { name: "Create" }).click();
  await page.getByRole("complementary", { name: "No pills" }).waitFor();

  await owner.chat.send("More pills");
  await owner.page.getByText("No drugs here, please.").waitFor();
  await page.getByRole("button", { name: "Close details" }).click();
  await page.getByRole("listitem").filter({ hasText: "1 hit" }).waitFor({ timeout: 20_000 });

  await page.getByRole("switch", { name: "No pills is on" }).click();
  await expect.poll(() => page.getByRole("switch", { name: "No pills is on" }).getAttribute("aria-checked")).toBe("false");
  // The switch shows what is asked before the server has it.
  const retry = owner.page.getByRole("button", { name: "Retry" });
  await expect
    .poll(async () => {
      await retry.click({ timeout: 2_000 }).catch(() => {});
      return owner.page.getByText("No drugs here, please.").count();
    })
    .toBe(0);
  await owner.chat.message("More pills").waitFor();
});

it("words come from a CSV file, rules are ordered by keyboard, and a deleted one comes back", async () => {
  const page = await openRules();
  await writeRule(page, "Be kind");
  await page.getByRole("button", { name: "New rule" }).first().click();
  const panel = page.getByRole("complementary", { name: "New rule" });
  await panel.getByRole("textbox", { name: "Name" }).fill("From a file");
  const csv = Buffer.from(`word\nfoo\n"b, ar"\n${"x".repeat(101)}\n`);
  await panel.locator("input[type=file]").setInputFiles({ name: "words.csv", mimeType: "text/csv", buffer: csv });
  await panel.getByText("2 words were read.").waitFor();
  await panel.getByText("Line 4: It is longer than 100 characters.").waitFor();
  expect(await panel.getByRole("textbox", { name: "Words", exact: true }).inputValue()).toBe("foo\nb, ar");
  await panel.getByRole("combobox", { name: "Do" }).selectOption("mask");
  await panel.getByRole("textbox", { name: "A message" }).fill("so foo");
  await panel.getByText("It would be stored as so ***").waitFor();
  await panel.getByRole("button", { name: "Create" }).click();
  const saved = page.getByRole("complementary", { name: "From a file" });
  const download = page.waitForEvent("download");
  await saved.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toBe("words.csv");
  await saved.getByRole("button", { name: "Close details" }).click();

  const rules = page.getByRole("list", { name: "Rules" });
  const names = () =>
    rules
      .getByRole("listitem")
      .getByRole("switch")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")).filter((name) => name !== "No pills is on"));
  const stored = async () => {
    const rows = await stage.app.sql<{ name: string }>(`SELECT name FROM "Rule" WHERE name <> 'No pills' ORDER BY position`);
    return rows.map(({ name }) => name);
  };
  await rules.getByRole("button", { name: /^From a file/ }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(names).toEqual(["From a file is on", "Be kind is on"]);
  await expect.poll(stored).toEqual(["From a file", "Be kind"]);
  const handle = (name: string) => rules.getByRole("listitem").filter({ hasText: name }).locator('[data-slot="drag-handle"]');
  await handle("From a file").dragTo(handle("Be kind"));
  await expect.poll(names).toEqual(["Be kind is on", "From a file is on"]);
  await expect.poll(stored).toEqual(["Be kind", "From a file"]);

  await rules.getByRole("button", { name: /^From a file/ }).press("Enter");
  await saved.getByRole("button", { name: "Delete" }).click();
  await expect.poll(names).toEqual(["Be kind is on"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(names).toEqual(["Be kind is on", "From a file is on"]);
});

it("works on a phone, in the dark", async () => {
  const page = await openRules({ ...phone, colorScheme: "dark" });
  await writeRule(page, "On the phone");
  await page.getByRole("button", { name: /^On the phone/ }).tap();
  await page.getByRole("complementary", { name: "On the phone" }).getByRole("textbox", { name: "Name" }).waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
