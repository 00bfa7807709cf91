import { readFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { call, distinct, enter, newAccount, signUp } from "../fixtures/accounts.ts";
import { hydrated } from "../fixtures/messenger.ts";
import { useStage } from "../fixtures/stage.ts";

const stage = useStage();

it("makes, finds, exports, shuts out and erases people, and opens what a link names", async () => {
  const context = await stage.visit({ expects: /ERR_FAILED/ });
  const adminId = await signUp(context, stage.app.url, newAccount("Ada Admin"));
  await stage.app.sql(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [adminId]);
  // Their page is signed out as they are erased.
  const author = await enter(stage, "Wes Writer", { expects: /401/ });
  const { name: wes } = author;
  const [nia, nat] = [distinct(stage, "Nia New"), distinct(stage, "Nat New")];
  const { channel } = await call<{ channel: { id: string } }>(author, "channel.createGroup", {
    name: "Traces",
    memberIds: [adminId],
  });
  for (const text of ["first", "second", "third"])
    await call(author, "message.send", { channelId: channel.id, clientId: randomUUID(), text });
  const page = await context.newPage();
  await page.goto("/admin/users");
  await hydrated(page);
  const notice = (text: string | RegExp) => page.getByRole("status").getByText(text);
  const row = (name: string) => page.getByRole("row", { name });
  const chosen = page.getByRole("toolbar", { name: "For those who are chosen" });

  for (const name of [nia, nat]) {
    await page.getByRole("button", { name: "New user" }).click();
    const form = page.getByRole("dialog", { name: "New user" });
    await form.getByRole("textbox", { name: "Name" }).fill(name);
    await form.getByRole("textbox", { name: "E-mail" }).fill(`${randomUUID()}@example.com`);
    await form.getByRole("button", { name: "Create" }).click();
    await page.getByRole("complementary", { name }).getByText("Signed up").waitFor();
  }
  await page.keyboard.press("Escape");

  // Nat is shut out already, and is so after the undo of both.
  await stage.app.sql(`UPDATE "User" SET "deactivatedAt" = now() WHERE name = $1`, [nat]);
  for (const name of [nia, nat]) await page.getByRole("checkbox", { name: `Choose ${name}` }).check();
  await chosen.getByText("2 people chosen").waitFor();
  await chosen.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Go on" }).click();
  await notice("Done for 2 of 2.").waitFor();
  await row(nia).getByText("deactivated").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await notice("1 person can sign in again.").waitFor();
  const shutOut = await stage.app.sql<{ name: string }>(
    `SELECT name FROM "User" WHERE name = ANY($1) AND "deactivatedAt" IS NOT NULL`,
    [[nia, nat]],
  );
  expect(shutOut).toEqual([{ name: nat }]);

  await page.getByRole("checkbox", { name: `Choose ${nia}` }).check();
  await chosen.waitFor();
  await page.getByRole("textbox", { name: "Name, e-mail or id" }).fill(wes);
  await expect.poll(() => row(nia).count()).toBe(0);
  expect(await chosen.count()).toBe(0);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const file = await (await saving).path();
  const lines = (await readFile(file, "utf8")).trim().split("\r\n");
  expect(lines.filter((line) => line.includes(author.email))).toEqual([expect.stringContaining(wes)]);
  expect(lines.filter((line) => line.includes(nia))).toEqual([]);

  // The first call says that some are left; the second fails.
  let calls = 0;
  await page.route("**/api/trpc/admin.user.erase**", async (route) => {
    calls += 1;
    if (calls === 2) return route.abort();
    if (calls > 2) return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace('"hasMore":false', '"hasMore":true');
    await route.fulfill({ response, body });
  });
  await row(wes).click();
  await page.getByRole("complementary", { name: wes }).getByRole("button", { name: "Erase…" }).click();
  const question = page.getByRole("alertdialog", { name: `Erase ${wes}?` });
  await question.getByRole("radio", { name: /^Delete their messages/ }).check();
  await question.getByRole("textbox").fill(wes);
  await question.getByRole("button", { name: "Erase", exact: true }).click();
  await question.getByText("The server does not answer. Try again in a moment.").waitFor();
  await question.getByText("3 messages deleted so far").waitFor();
  const panel = page.getByRole("complementary", { name: "Deleted person" });
  await page.getByText("This person was erased.").waitFor();
  await question.getByRole("button", { name: "Try again" }).click();
  await notice(`${wes} was erased.`).waitFor();
  expect(await panel.getByRole("button", { name: "Delete remaining messages…" }).count()).toBe(0);

  // As where the browser was closed in between.
  await stage.app.sql(
    `UPDATE "Message" SET "deletedAt" = NULL WHERE id = (SELECT id FROM "Message" WHERE "channelId" = $1 AND kind = 'text' LIMIT 1)`,
    [channel.id],
  );
  await page.reload();
  await panel.getByRole("button", { name: "Delete remaining messages…" }).click();
  await page
    .getByRole("alertdialog", { name: "Delete their messages?" })
    .getByRole("button", { name: "Delete messages" })
    .click();
  await notice("Their messages were deleted.").waitFor();
  const left = await stage.app.sql(`SELECT FROM "Message" WHERE "channelId" = $1 AND kind = 'text' AND "deletedAt" IS NULL`, [
    channel.id,
  ]);
  expect(left).toEqual([]);

  const [ended] = await stage.app.sql<{ id: string }>(
    `INSERT INTO "Sanction" (id, type, "userId", reason, "liftedAt") SELECT gen_random_uuid(), 'mute', id, 'Long ago', now() FROM "User"
     WHERE name = $1 RETURNING id`,
    [nia],
  );
  await page.goto(`/admin/sanctions?id=${ended?.id}`);
  const sanction = page.getByRole("complementary", { name: nia });
  await sanction.getByText("Long ago").waitFor();
  await sanction.getByRole("link", { name: nia }).click();
  const person = page.getByRole("complementary", { name: nia });
  await person.getByText("Got a mute: Long ago").waitFor();

  const siteName = distinct(stage, "Ours");
  await call({ context, page }, "admin.setting.set", { key: "siteName", value: siteName });
  const [entry] = await stage.app.sql<{ id: string }>(
    `SELECT max(id)::text AS id FROM "AuditLog" WHERE action = 'admin.setting.set'`,
  );
  await page.goto(`/admin/audit?action=admin.user&entry=${entry?.id}`);
  const told = page.getByRole("complementary", { name: "admin.setting.set" });
  await told.getByRole("region", { name: "What changed" }).getByText(siteName).waitFor();
  await page.locator("tr[data-row]").first().waitFor();
  await page.getByRole("textbox", { name: "Id of who did it" }).fill("Ada");
  await page.getByText("This is no id.").waitFor();
  await expect.poll(() => page.locator("tr[data-row]").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Export CSV" }).isDisabled()).toBe(true);
});
