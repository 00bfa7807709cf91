import { expect, it } from "vitest";
import { findBarriers } from "../../fixtures/find-barriers.ts";
import { call, enter, enterAs, type Account, type Visitor } from "../fixtures/accounts.ts";
import { beforeTries } from "../fixtures/before-tries.ts";
import { phone, useStage } from "../fixtures/stage.ts";
import { openActions } from "../fixtures/messenger.ts";

const stage = useStage();
let adminAccount: Account;
let ownerAccount: Account;
let channelId = "";

beforeTries(async () => {
  // The first to sign up on a new site is its admin.
  const admin = await enter(stage, "Ada Admin");
  const owner = await enter(stage, "Olive Owner");
  [adminAccount, ownerAccount] = [admin, owner];
  await owner.chat.createGroup({ name: "Gardeners", people: [admin.name] });
  await owner.chat.send("Roses first");
  await owner.chat.message("Roses first").waitFor();
  channelId = /\/c\/([^/?]+)/.exec(owner.page.url())?.[1] ?? "";
  const { id } = await call<{ id: string }>(owner, "message.send", { channelId, clientId: "gone", text: "A secret word" });
  await call(owner, "message.delete", { messageId: id });
});

/** A profile of its own lasts for one test. */
const enterGroup = async (account: Account) => {
  const visitor = await enterAs(stage, account, { path: `/c/${channelId}` });
  await visitor.chat.message("Roses first").waitFor();
  return visitor;
};
const openGroups = async (profile: Parameters<typeof stage.visit>[0] = {}, search = "") =>
  (await enterAs(stage, adminAccount, { ...profile, path: `/admin/groups${search}` })).page;

/** Told live, in the list of conversations and in the open one. */
const heard = async ({ chat }: Visitor, line: string) => {
  await chat.row("Gardeners").filter({ hasText: line }).waitFor();
  await chat.line(line).last().waitFor();
};

it("a group is found, changed and frozen, and its members see it happen", async () => {
  const [page, owner, member] = [await openGroups(), await enterGroup(ownerAccount), await enterGroup(adminAccount)];
  await page.getByRole("textbox", { name: "Part of the name" }).fill("arden");
  await page.getByRole("row", { name: /Gardeners/ }).click();
  const panel = page.getByRole("complementary", { name: "Gardeners" });
  await panel.getByText("Olive Owner").first().waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await panel.getByRole("button", { name: "Edit" }).click();
  const form = page.getByRole("dialog", { name: "Edit Gardeners" });
  await form.getByRole("switch", { name: "Only owners and moderators write" }).click();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await form.getByRole("button", { name: "Save" }).click();
  await heard(owner, "Ada Admin lets only owners and moderators write in the group");
  await member.page.getByText("Only the owners and moderators of this group write here.").waitFor();

  await panel.getByRole("button", { name: "Freeze" }).click();
  await heard(owner, "Ada Admin froze the group");
  await page.getByRole("button", { name: "Undo" }).click();
  await heard(owner, "Ada Admin unfroze the group");
  await panel.getByRole("button", { name: "Freeze", exact: true }).waitFor();
});

it("its messages are read by who says why, deleted ones too, and the reason is in the audit log", async () => {
  const page = await openGroups({}, `?id=${channelId}&read=1`);
  const question = page.getByRole("dialog", { name: "Read the messages of Gardeners" });
  const read = question.getByRole("button", { name: "Read messages" });
  await question.getByRole("textbox", { name: "Reason" }).fill("why");
  expect(await read.isDisabled()).toBe(true);
  await question.getByRole("textbox", { name: "Reason" }).fill("Report 4711");
  await read.click();
  const transcript = page.getByRole("dialog", { name: "Messages of Gardeners" });
  await transcript.getByText("Roses first").waitFor();
  const deleted = transcript.getByRole("listitem").filter({ hasText: "A secret word" });
  await deleted.getByText("deleted by Olive Owner").waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  const logged = await stage.app.sql(
    `SELECT detail ->> 'reason' AS reason FROM "AuditLog" WHERE action = 'admin.group.transcript' AND "targetId" = $1`,
    [channelId],
  );
  expect(logged).toEqual([{ reason: "Report 4711" }]);
});

it("works on a phone, in the dark", async () => {
  const page = await openGroups({ ...phone, colorScheme: "dark" });
  await page.getByRole("row", { name: /Gardeners/ }).tap();
  const panel = page.getByRole("complementary", { name: "Gardeners" });
  await panel.getByText("Olive Owner").first().waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await panel.getByRole("button", { name: "Close details" }).tap();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
});

it("is opened from a message by staff alone", async () => {
  const [admin, owner] = [await enterGroup(adminAccount), await enterGroup(ownerAccount)];
  const message = admin.chat.message("Roses first");
  await openActions(message);
  const opening = admin.context.waitForEvent("page");
  await admin.page.getByRole("menuitem", { name: "Open in console" }).click();
  const opened = await opening;
  await opened.getByRole("dialog", { name: "Read the messages of Gardeners" }).waitFor();
  await openActions(owner.chat.message("Roses first"));
  await owner.page.getByRole("menu").waitFor();
  expect(await owner.page.getByRole("menuitem", { name: "Open in console" }).count()).toBe(0);
  await owner.page.keyboard.press("Escape");
});

it("a group is deleted once its name is typed, and is gone from its members' lists", async () => {
  const [page, owner] = [await openGroups({}, `?id=${channelId}`), await enterGroup(ownerAccount)];
  const panel = page.getByRole("complementary", { name: "Gardeners" });
  await panel.getByRole("button", { name: "Delete…" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete Gardeners?" });
  const confirm = question.getByRole("button", { name: "Delete for good" });
  expect(await confirm.isDisabled()).toBe(true);
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await question.getByRole("textbox").fill("Gardeners");
  await confirm.click();
  await expect.poll(() => owner.chat.row("Gardeners").count()).toBe(0);
  await expect.poll(() => page.getByRole("row", { name: /Gardeners/ }).count()).toBe(0);
});
