import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { call, enter, newAccount, signUp, type Visitor } from "../fixtures/accounts.ts";
import { hydrated } from "../fixtures/messenger.ts";
import { phone, useStage } from "../fixtures/stage.ts";

const stage = useStage();

/** Somebody of the site's staff, at a screen of the console. The first account of a site is its admin. */
async function staff(name: string, role: "moderator" | "admin", path: string, profile: Parameters<typeof stage.visit>[0] = {}) {
  const context = await stage.visit(profile);
  const id = await signUp(context, stage.app.url, newAccount(name));
  await stage.app.sql(`UPDATE "User" SET role = $2::"UserRole" WHERE id = $1`, [id, role]);
  const page = await context.newPage();
  await page.goto(path);
  await hydrated(page);
  return { id, name, context, page };
}

type Caller = Pick<Visitor, "context" | "page">;

/** A group of both, in which the first has said something. */
async function saySomething(author: Visitor, reader: { id: string }, ...texts: string[]) {
  const { channel } = await call<{ channel: { id: string } }>(author, "channel.createGroup", {
    name: "Lunch",
    memberIds: [reader.id],
  });
  const said: { channelId: string; id: string }[] = [];
  for (const text of texts)
    said.push(await call(author, "message.send", { channelId: channel.id, clientId: randomUUID(), text }));
  return said;
}
const report = (who: Caller, messageId: string | undefined, reason = "harassment") =>
  call(who, "report.create", { messageId, reason });

const cases = (page: Page) => page.getByRole("region", { name: "Cases" });
const row = (page: Page, text: string | RegExp) => cases(page).getByRole("button", { name: text });
const openTitle = (page: Page) => page.getByRole("region", { name: "Case", exact: true }).getByRole("heading", { level: 2 });
/** Whether something that shows is on the keyboard's focus. */
const hasFocus = (page: Page) => page.evaluate(() => document.activeElement !== document.body);
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe("the queue", () => {
  it("goes the whole way from report to appeal: reporter, author and two moderators", async () => {
    const ada = await staff("Ada Admin", "admin", "/admin/appeals");
    const mo = await staff("Mo Moderator", "moderator", "/admin/queue");
    const [una, rex] = [await enter(stage, "Una Unruly"), await enter(stage, "Rex Reader")];
    await saySomething(una, rex, "You are all fools");
    for (const { chat } of [una, rex]) await chat.open("Lunch");
    await mo.page.getByText("Nothing waits here").waitFor();

    await rex.chat.choose(rex.chat.message("You are all fools"), "Report message");
    const form = rex.chat.dialog("Report the message of Una Unruly");
    await form.getByRole("radio", { name: "Harassment or bullying" }).click();
    await form.getByRole("button", { name: "Send report" }).click();
    await rex.chat.dialog("Thank you for the report").waitFor();
    await row(mo.page, /Una Unruly.*You are all fools/).waitFor();
    await press(mo.page, "j");
    await expect.poll(() => openTitle(mo.page).textContent()).toContain("Message of Una Unruly in Lunch");
    await mo.page.getByRole("region", { name: "Messages around it" }).getByText("You are all fools").waitFor();
    await press(mo.page, "m");
    await mo.page.getByRole("dialog", { name: "Mute Una Unruly" }).waitFor();
    await press(mo.page, "Enter");
    await mo.page.getByRole("status").filter({ hasText: "Muted Una Unruly" }).waitFor();
    await mo.page.getByText("Nothing waits here").waitFor();
    expect(await hasFocus(mo.page)).toBe(true);

    const told = una.chat.dialog("You are muted");
    await told.getByText("Harassment of others").waitFor();
    await told.getByRole("button", { name: "Appeal" }).click();
    await una.page.getByRole("textbox", { name: "Why should it be changed?" }).fill("It was a quote from a play.");
    await una.page.getByRole("button", { name: "Send appeal" }).click();
    await una.page.getByText("A moderator has not decided yet").first().waitFor();
    await una.page.getByRole("button", { name: "I understand" }).click();

    const appeal = ada.page.getByRole("row", { name: /It was a quote from a play/ });
    await appeal.click();
    const panel = ada.page.getByRole("complementary", { name: "Appeal of Una Unruly" });
    await panel.getByText("You are all fools").waitFor();
    await panel.getByRole("button", { name: "Lift the mute" }).click();
    await panel.getByText("Say why, in a word or two.").waitFor();
    await panel.getByRole("textbox", { name: "Answer" }).fill("You are right.");
    await panel.getByRole("button", { name: "Lift the mute" }).click();
    await ada.page.getByRole("status").filter({ hasText: "Una Unruly is free again" }).waitFor();
    await una.page.getByText("You are right.").waitFor();
    await una.page.getByRole("button", { name: "I understand" }).click();
    await una.chat.send("Thank you");
    await rex.chat.message("Thank you").waitFor();
  });

  it("is worked by keyboard alone, three keys a clear case, and the focus is never lost", async () => {
    const { id, page } = await staff("Kay Keys", "moderator", "/admin/queue");
    const [sam, roy] = [await enter(stage, "Sam Spammer"), await enter(stage, "Roy Reporter")];
    const said = await saySomething(sam, roy, "Buy one", "Buy two", "Buy three");
    for (const message of said) await report(roy, message.id, "spam");
    for (const text of ["Buy one", "Buy two", "Buy three"]) await row(page, new RegExp(text)).waitFor();
    const current = () => cases(page).locator("[aria-current=true]");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    const seen = async (text: string) => (await roy.chat.log.getByText(text).count()) > 0;
    await roy.chat.open("Lunch");
    await roy.chat.log.getByText("Buy two").waitFor();

    await press(page, "j");
    await expect.poll(() => current().textContent()).toContain("Buy one");
    expect(await focused()).toContain("Buy one");
    // How long it takes from the key of a decision to the next case: npm run bench:console.
    await press(page, "d", "Enter");
    await expect.poll(() => current().textContent()).toContain("Buy two");
    await expect.poll(() => row(page, /Buy one/).count()).toBe(0);
    await expect.poll(focused).toContain("Buy two");
    const why = () => stage.app.sql(`SELECT action, reason FROM "CaseDecision" WHERE "byId" = $1`, [id]);
    await expect.poll(why).toEqual([{ action: "dismiss", reason: "No rule is broken" }]);
    await press(page, "x", "Enter");
    await page.getByRole("status").filter({ hasText: "Deleted the message of Sam Spammer" }).waitFor();
    await expect.poll(focused).toContain("Buy three");
    await expect.poll(() => seen("Buy two")).toBe(false);
    await roy.chat.log.getByText("Hidden while under review").waitFor();

    await press(page, "u");
    await row(page, /Buy two/).waitFor();
    await expect.poll(focused).toContain("Buy two");
    await roy.chat.log.getByText("Buy two").waitFor();
    await press(page, "a");
    await expect.poll(() => row(page, /Buy two/).count()).toBe(0);
    await page.getByRole("button", { name: /^Assigned/ }).click();
    await row(page, /Buy two.*for Kay Keys/).waitFor();
    expect(await hasFocus(page)).toBe(true);
  });

  it("shows who works on a case, and refuses it to others", async () => {
    const [first, second] = [
      await staff("Hal Holder", "moderator", "/admin/queue"),
      await staff("Wes Waiter", "moderator", "/admin/queue"),
    ];
    const [sid, ray] = [await enter(stage, "Sid Said"), await enter(stage, "Ray Read")];
    const [said, given] = await saySomething(sid, ray, "Held by one", "Given to one");
    for (const one of [said, given]) await report(ray, one?.id);
    await row(first.page, /Held by one/).click();
    await row(second.page, /Held by one.*held by Hal Holder/).click();
    await second.page.getByText("Hal Holder works on it.").waitFor();
    expect(await second.page.getByRole("button", { name: "Dismiss" }).count()).toBe(0);
    await first.page.getByRole("button", { name: "Dismiss" }).click();
    const question = first.page.getByRole("dialog", { name: "Dismiss the case of Sid Said" });
    await question.getByRole("combobox", { name: "Reason, for other moderators" }).selectOption("Other…");
    await question.getByRole("button", { name: "Dismiss" }).click();
    await question.getByText("Say why, in a word or two.").waitFor();
    await question.getByRole("textbox", { name: "In your words" }).fill("They made up");
    await question.getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(() => row(second.page, /Held by one/).count()).toBe(0);

    await row(first.page, /Given to one/).click();
    await first.page.getByRole("button", { name: "Assign…" }).click();
    await first.page.getByRole("menuitemcheckbox", { name: "Wes Waiter" }).click();
    await second.page.getByRole("button", { name: /^Assigned/ }).click();
    await row(second.page, /Given to one.*for Wes Waiter/).waitFor();
    await second.page.getByRole("combobox", { name: "Assigned to" }).selectOption("Hal Holder");
    await expect.poll(() => row(second.page, /Given to one/).count()).toBe(0);
    expect(new URL(second.page.url()).searchParams.get("assignee")).toBe(first.id);
  });

  it("lets an admin take a case over from who holds it, and shows others that it is an admin's", async () => {
    const [holder, boss] = [
      await staff("Vic Vigil", "moderator", "/admin/queue"),
      await staff("Bea Boss", "admin", "/admin/queue"),
    ];
    const [una, rob] = [await enter(stage, "Una Unsaid"), await enter(stage, "Rob Read")];
    const [said] = await saySomething(una, rob, "Held for ever");
    await report(rob, said?.id);
    await row(holder.page, /Held for ever/).click();
    await row(boss.page, /Held for ever.*held by Vic Vigil/).click();
    await boss.page.getByText("Vic Vigil works on it.").waitFor();
    const priority = boss.page.getByRole("combobox", { name: "Priority" }).last();
    expect(await priority.isDisabled()).toBe(true);
    await boss.page.getByRole("button", { name: "Take over" }).click();
    await boss.page.getByRole("button", { name: "Escalate" }).waitFor();
    expect(await priority.isDisabled()).toBe(false);
    await holder.page.getByText("Bea Boss works on it.").waitFor();
    expect(await holder.page.getByRole("button", { name: "Take over" }).count()).toBe(0);
  });

  it("fits a phone: the list, one case, and back", async () => {
    const { page } = await staff("Pia Phone", "moderator", "/admin/queue", phone);
    const [tom, ria] = [await enter(stage, "Tom Told"), await enter(stage, "Ria Read")];
    const [said] = await saySomething(tom, ria, "On a small screen");
    await report(ria, said?.id);
    await row(page, /On a small screen/).tap();
    await expect.poll(() => openTitle(page).textContent()).toContain("Tom Told");
    expect(await cases(page).isVisible()).toBe(false);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    await page.getByRole("button", { name: "Back to the queue" }).tap();
    await row(page, /On a small screen/).waitFor();
    expect(await width()).toBe(390);
    expect(await cases(page).isVisible()).toBe(true);
  });
});
