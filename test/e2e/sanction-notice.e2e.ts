import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { enter, enterAs, type Visitor } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

async function sanction(visitor: Visitor, type: "warning" | "mute" | "ban", over: { channelId?: string } = {}): Promise<string> {
  const id = randomUUID();
  await stage.app.sql(
    `INSERT INTO "Sanction" (id, type, "userId", "channelId", reason, until) VALUES ($1, $2, $3, $4, 'Too loud for this room', now() + interval '1 day')`,
    [id, type, visitor.id, over.channelId ?? null],
  );
  return id;
}

it("who is warned takes note of it once, and who is muted sees why and until when in place of the composer, and appeals once", async () => {
  const lou = await enter(stage, "Lou Loud");
  await lou.chat.createGroup({ name: "The room" });
  await sanction(lou, "warning");
  const muteId = await sanction(lou, "mute");
  await lou.page.reload();

  const mute = lou.chat.dialog("You are muted");
  await mute.getByText("Too loud for this room").waitFor();
  expect(await findBarriers(lou.page, { isPage: true })).toEqual([]);
  await mute.getByRole("button", { name: "I understand" }).click();
  await lou.chat.dialog("A warning from the moderators").getByRole("button", { name: "I understand" }).click();
  await expect.poll(() => lou.page.getByRole("alertdialog").count()).toBe(0);
  const seen = await stage.app.sql(`SELECT FROM "Sanction" WHERE "userId" = $1 AND "seenAt" IS NOT NULL`, [lou.id]);
  expect(seen).toHaveLength(2);

  const notice = lou.page.locator('[data-slot="mute-notice"]');
  await notice.getByText("Too loud for this room").waitFor();
  expect(await lou.chat.composer.count()).toBe(0);
  await notice.getByRole("button", { name: "Appeal" }).click();
  const appeal = lou.chat.dialog("Appeal against this decision");
  await appeal.getByRole("button", { name: "Send appeal" }).click();
  await appeal.getByRole("alert").waitFor();
  await appeal.getByRole("textbox").fill("I was only singing");
  expect(await findBarriers(lou.page, { isPage: true })).toEqual([]);
  await appeal.getByRole("button", { name: "Send appeal" }).click();
  await lou.chat.dialog("You are muted").getByText("You appealed. A moderator has not decided yet.").waitFor();
  await lou.page.keyboard.press("Escape");
  await notice.getByText("You appealed.", { exact: false }).waitFor();
  expect(await notice.getByRole("button").count()).toBe(0);
  expect(await stage.app.sql(`SELECT text FROM "Appeal" WHERE "sanctionId" = $1`, [muteId])).toEqual([
    { text: "I was only singing" },
  ]);
});

it("who is banned from the site is put out at once, and by signing in sees why, until when, and appeals; nothing else", async () => {
  const bea = await enter(stage, "Bea Banned");
  await bea.chat.createGroup({ name: "Her room" });
  const banId = await sanction(bea, "ban");
  await bea.page.getByRole("heading", { name: "You are banned from this site" }).waitFor();
  await bea.page.getByText("Too loud for this room").waitFor();
  await bea.page.getByRole("button", { name: "Sign out" }).click();
  await bea.page.waitForURL(/sign-in/);
  await bea.page.getByLabel("E-mail").fill(bea.email);
  await bea.page.getByLabel("Password", { exact: true }).fill(bea.password);
  await bea.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await bea.page.getByRole("heading", { name: "You are banned from this site" }).waitFor();
  expect(await bea.page.getByText("Her room").count()).toBe(0);
  expect(await findBarriers(bea.page, { isPage: true })).toEqual([]);
  await bea.page.getByRole("button", { name: "Appeal" }).click();
  await bea.page.getByRole("textbox").fill("It was my brother");
  expect(await findBarriers(bea.page, { isPage: true })).toEqual([]);
  await bea.page.getByRole("button", { name: "Send appeal" }).click();
  await bea.page.getByText("You appealed. A moderator has not decided yet.").waitFor();
  expect(await stage.app.sql(`SELECT text FROM "Appeal" WHERE "sanctionId" = $1`, [banId])).toEqual([
    { text: "It was my brother" },
  ]);

  await stage.app.sql(`UPDATE "Sanction" SET "liftedAt" = now() WHERE id = $1`, [banId]);
  const back = await enterAs(stage, bea);
  await back.chat.open("Her room");
});
