import { expect, it } from "vitest";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { enter, enterAs, type Visitor } from "./fixtures/accounts.ts";
import { phone, useStage } from "./fixtures/stage.ts";
import { openActions } from "./fixtures/messenger.ts";

const stage = useStage();

interface Stored {
  reason: string;
  comment: string;
  text: string;
}

const reportsBy = (visitor: Visitor) =>
  stage.app.sql<Stored>(`SELECT reason, comment, text FROM "Report" WHERE "reporterId" = $1`, [visitor.id]);

async function meet(name: string, ...people: string[]) {
  const [reporter, author] = [await enter(stage, people[0] ?? ""), await enter(stage, people[1] ?? "")];
  await reporter.chat.createGroup({ name, people: [author.name] });
  await author.chat.open(name);
  await author.chat.send("Buy cheap things here");
  await reporter.chat.message("Buy cheap things here").waitFor();
  return { reporter, author };
}

it("a message is reported by the keyboard alone, with a reason and a comment", async () => {
  const { reporter, author } = await meet("By keys", "Rita Report", "Sam Spam");
  const { page, chat } = reporter;
  await chat.message("Buy cheap things here").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Report message" }).focus();
  await page.keyboard.press("Enter");
  const dialog = chat.dialog(`Report the message of ${author.name}`);
  await dialog.waitFor();
  await page.getByRole("radio", { name: "Spam or advertising" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Every day the same");
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await chat.dialog("Thank you for the report").waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  expect(await reportsBy(reporter)).toEqual([{ reason: "spam", comment: "Every day the same", text: "Buy cheap things here" }]);
});

it("a report without a reason is asked for one, and one's own message cannot be reported", async () => {
  const { reporter, author } = await meet("No reason", "Nora Norm", "Otto Other");
  await reporter.chat.choose(reporter.chat.message("Buy cheap things here"), "Report message");
  const dialog = reporter.chat.dialog(`Report the message of ${author.name}`);
  await dialog.getByRole("button", { name: "Send report" }).click();
  await dialog.getByRole("alert").filter({ hasText: "Choose a reason." }).waitFor();
  await reporter.page.keyboard.press("Escape");
  const own = author.chat.message("Buy cheap things here");
  await openActions(own);
  await author.page.getByRole("menuitem", { name: "Edit message" }).waitFor();
  expect(await author.page.getByRole("menuitem", { name: "Report message" }).count()).toBe(0);
  expect(await reportsBy(reporter)).toEqual([]);
});

it("a person is reported from their profile on a phone", async () => {
  const { reporter, author } = await meet("On a phone", "Pia Phone", "Quin Quick");
  const { page, chat } = await enterAs(stage, reporter, phone);
  await chat.open("On a phone");
  await chat.message("Buy cheap things here").getByRole("button", { name: author.name }).first().tap();
  await page.getByRole("button", { name: "Report", exact: true }).tap();
  const dialog = chat.dialog(`Report ${author.name}`);
  await dialog.getByText("Harassment or bullying").tap();
  const box = await dialog.boundingBox();
  expect(box?.width).toBeLessThanOrEqual(390);
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await dialog.getByRole("button", { name: "Send report" }).tap();
  await chat.dialog("Thank you for the report").getByRole("button", { name: "Close" }).last().tap();
  expect(await reportsBy(reporter)).toEqual([{ reason: "harassment", comment: "", text: "" }]);
});

it("staff hide a message, and delete another, where they read them, each with a reason; only they can", async () => {
  const [mo, sam] = [await enter(stage, "Mo Moderator"), await enter(stage, "Sam Said")];
  await stage.app.sql(`UPDATE "User" SET role = 'moderator' WHERE id = $1`, [mo.id]);
  await sam.chat.createGroup({ name: "Judged", people: [mo.name] });
  for (const text of ["Not nice", "Not good"]) await sam.chat.send(text);
  await mo.page.reload();
  await mo.chat.open("Judged");
  await mo.chat.choose(mo.chat.message("Not nice"), "Hide for review");
  const hiding = mo.chat.dialog("Hide the message of Sam Said?");
  await hiding.getByRole("button", { name: "Hide", exact: true }).click();
  await hiding.getByRole("alert").filter({ hasText: "Give a reason." }).waitFor();
  expect(await findBarriers(mo.page, { isPage: true })).toEqual([]);
  await hiding.getByRole("textbox", { name: "Reason" }).fill("Look at it");
  await hiding.getByRole("button", { name: "Hide", exact: true }).click();
  await mo.page.getByRole("status").filter({ hasText: "Its case is in the queue." }).waitFor();
  await sam.chat.log.getByText("Hidden while under review").waitFor();

  await mo.chat.choose(mo.chat.message("Not good"), "Delete as moderator");
  const deleting = mo.chat.dialog("Delete the message of Sam Said?");
  await deleting.getByRole("textbox", { name: "Reason" }).fill("Rude");
  await deleting.getByRole("button", { name: "Delete", exact: true }).click();
  await sam.chat.dialog("A warning from the moderators").getByText("Rude").waitFor();
  await mo.page.getByRole("button", { name: "Undo" }).click();
  await mo.chat.message("Not good").waitFor();
  await sam.chat.message("Not good").waitFor();

  const theirs = sam.chat.message("Not good");
  await sam.page.reload();
  await openActions(theirs);
  await sam.page.getByRole("menuitem", { name: "Edit message" }).waitFor();
  expect(await sam.page.getByRole("menuitem", { name: /Hide for review|as moderator|console/ }).count()).toBe(0);
});
