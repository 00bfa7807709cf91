import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { call, enter, enterAs, type Visitor } from "./fixtures/accounts.ts";
import { atRest } from "./fixtures/geometry.ts";
import { hydrated, openMessenger, openActions } from "./fixtures/messenger.ts";
import { phone, useStage } from "./fixtures/stage.ts";

const stage = useStage();

/** The thread that is open, as a person finds things in it. */
function threadOn(page: Page) {
  const view = page.getByRole("region", { name: "Thread", exact: true });
  const composer = view.getByRole("textbox", { name: "Reply in thread" });
  return {
    view,
    composer,
    replies: view.getByRole("log", { name: "Replies" }),
    message: (text: string) => view.getByRole("article").filter({ hasText: text }),
    async send(text: string) {
      await composer.fill(text);
      await composer.press("Enter");
    },
  };
}

const summary = ({ chat }: Pick<Visitor, "chat">, text: string) => chat.message(text).locator('[data-slot="thread-summary"]');
const threadsButton = ({ page }: Pick<Visitor, "page">) => page.locator('[data-slot="threads-button"]');

/** Ann and Bob in a group, with a question of Ann's in it. */
async function asked(tag: string, profiles: { bob?: Parameters<typeof enter>[2] } = {}) {
  const [ann, bob] = await Promise.all([enter(stage, `Ann ${tag}`), enter(stage, `Bob ${tag}`, profiles.bob)]);
  const group = `Team ${tag}`;
  await ann.chat.createGroup({ name: group, people: [bob.name] });
  const question = `Who comes, ${tag}?`;
  await ann.chat.send(question);
  const channelId = new URL(ann.page.url()).pathname.slice("/c/".length);
  await bob.chat.open(group);
  await bob.chat.message(question).waitFor();
  return { ann, bob, group, question, channelId };
}

/** A reply past the screens. */
async function reply(who: Visitor, place: { messageId: string }, text: string): Promise<void> {
  const { channel } = await call<{ channel: { id: string } }>(who, "channel.openThread", place);
  await call(who, "message.send", { channelId: channel.id, clientId: randomUUID(), text });
}

const idOf = async ({ chat }: Visitor, text: string) => (await chat.message(text).getAttribute("data-message-id")) ?? "";

describe("a thread", () => {
  it("is begun from a message's menu, and its summary counts for everybody, live, deletions too", async () => {
    const { ann, bob, question } = await asked("Begin");
    await bob.chat.choose(bob.chat.message(question), "Reply in thread");
    const atBob = threadOn(bob.page);
    await atBob.message(question).waitFor();
    await atBob.view.getByText("No replies yet").waitFor();
    await expect.poll(() => atBob.composer.evaluate((field) => field === document.activeElement)).toBe(true);
    await atBob.send("I do");
    await summary(ann, question).getByText("1 reply").waitFor();
    await summary(ann, question).getByText("1 new reply").waitFor();
    await summary(bob, question).getByText("1 reply").waitFor();
    expect(await ann.chat.texts()).toEqual([question]);

    await summary(ann, question).click();
    const atAnn = threadOn(ann.page);
    await atAnn.message("I do").waitFor();
    await summary(ann, question).getByText("1 new reply").waitFor({ state: "hidden" });
    await atAnn.send("Wonderful");
    await atBob.message("Wonderful").waitFor();
    await summary(bob, question).getByText("2 replies").waitFor();
    await atBob.view.getByText("2 replies", { exact: true }).waitFor();

    await bob.chat.choose(atBob.message("I do"), "Delete message");
    await bob.chat.dialog("Delete this message?").getByRole("button", { name: "Delete" }).click();
    await summary(ann, question).getByText("1 reply").waitFor();
    await atAnn.view.getByText("1 reply", { exact: true }).waitFor();
    await atAnn.view.getByText("This message was deleted").waitFor();
  });

  it("stays with a message that was deleted, and may be gone on with", async () => {
    const { ann, bob, question } = await asked("Tomb");
    await reply(bob, { messageId: await idOf(bob, question) }, "Me");
    await summary(ann, question).waitFor();
    await ann.chat.choose(ann.chat.message(question), "Delete message");
    await ann.chat.dialog("Delete this message?").getByRole("button", { name: "Delete" }).click();
    await summary(bob, "This message was deleted").click();
    const atBob = threadOn(bob.page);
    await atBob.message("This message was deleted").waitFor();
    await atBob.send("Still here");
    await summary(ann, "This message was deleted").getByText("2 replies").waitFor();
  });

  it("lets several replies be selected, to forward or delete them at once", async () => {
    const { ann, bob, question, group } = await asked("Pick");
    const messageId = await idOf(bob, question);
    for (const text of ["First answer", "Second answer"]) await reply(bob, { messageId }, text);
    await summary(bob, question).click();
    const atBob = threadOn(bob.page);
    await bob.chat.choose(atBob.message("First answer"), "Select");
    await atBob.message("Second answer").getByRole("checkbox").click();
    const bar = atBob.view.getByRole("toolbar", { name: "Selected messages" });
    await bar.getByText("2 selected").waitFor();
    await bar.getByRole("button", { name: "Forward" }).click();
    await bob.chat.dialog("Forward 2 messages").getByRole("button", { name: group }).click();
    await atBob.view.getByText(`Forwarded to ${group}`).waitFor();
    await ann.chat.message("Second answer").waitFor();

    await bob.chat.choose(atBob.message("First answer"), "Select");
    await bar.getByRole("button", { name: "Delete selected messages" }).click();
    await bob.chat.dialog("Delete 1 message?").getByRole("button", { name: "Delete" }).click();
    await atBob.view.getByText("This message was deleted").waitFor();
  });

  it("has an address: it opens there, a copied link leads to the very reply, and the way back is the browser's", async () => {
    const { ann, bob, question, channelId } = await asked("Link");
    const messageId = await idOf(bob, question);
    for (let at = 1; at <= 30; at += 1) await reply(bob, { messageId }, `Reply number ${at}.`);
    await summary(ann, question).click();
    await ann.page.waitForURL(`**/c/${channelId}/t/${messageId}`);
    const atAnn = threadOn(ann.page);
    await atAnn.message("Reply number 30.").waitFor();
    await ann.page.goBack();
    await atAnn.view.waitFor({ state: "hidden" });
    await ann.page.goForward();
    await atAnn.message("Reply number 30.").waitFor();

    await ann.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await atRest(atAnn.replies);
    await ann.chat.choose(atAnn.message("Reply number 1."), "Copy link");
    const link = await ann.page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).pathname).toBe(`/c/${channelId}/t/${messageId}`);
    const early = link.replace(/#m\d+$/, "#m2");
    const { page } = await openMessenger(bob.context, early);
    const second = threadOn(page).message("Reply number 2.");
    await second.waitFor();
    await expect.poll(() => second.evaluate((row) => row.hasAttribute("data-highlighted"))).toBe(true);
    await threadOn(page).message("Reply number 30.").waitFor();
  });

  it("is for nobody else: a stranger with its address finds nothing, and who is removed loses it", async () => {
    const { ann, bob, question, channelId, group } = await asked("Strange");
    const messageId = await idOf(bob, question);
    await reply(ann, { messageId }, "Between us");
    const eve = await enter(stage, "Eve Strange");
    await eve.page.goto(`/c/${channelId}/t/${messageId}`);
    await hydrated(eve.page);
    await eve.page.getByText("This conversation is not here").waitFor();
    expect(await eve.page.getByText("Between us").count()).toBe(0);

    await summary(bob, question).click();
    await threadOn(bob.page).message("Between us").waitFor();
    await call(ann, "member.remove", { channelId, userId: bob.id });
    await bob.chat.row(group).waitFor({ state: "hidden" });
    await bob.page.getByText("This conversation is not here").waitFor();
    expect(await bob.page.getByText("Between us").count()).toBe(0);
  });

  it("in an archived group may be read, not written to, and none is begun", async () => {
    const { ann, bob, question, channelId } = await asked("Archive");
    await reply(bob, { messageId: await idOf(bob, question) }, "I do");
    await ann.chat.send("Too late for this one");
    await bob.chat.message("Too late").waitFor();
    await call(ann, "channel.archive", { channelId });
    await bob.page.getByText("This group is archived. Nobody can write here.").waitFor();
    await summary(bob, question).click();
    const atBob = threadOn(bob.page);
    await atBob.message("I do").waitFor();
    await atBob.view.getByText("This group is archived. Nobody can write here.").waitFor();
    await openActions(bob.chat.message("Too late"));
    await bob.page.getByRole("menuitem", { name: "Copy text" }).waitFor();
    expect(await bob.page.getByRole("menuitem", { name: "thread" }).count()).toBe(0);
  });
});

describe("somebody who follows a thread", () => {
  it("is told of it wherever they are, by name too, until they read it or stop", async () => {
    const { ann, bob, question, channelId, group } = await asked("Follow");
    const messageId = await idOf(bob, question);
    await ann.chat.createGroup({ name: "Notes Follow" });
    expect(await threadsButton(ann).count()).toBe(0);
    await reply(bob, { messageId }, "First");
    await threadsButton(ann).getByText("1 new reply").waitFor();
    await reply(bob, { messageId }, `[@Ann](mention:${ann.id}) look`);
    await threadsButton(ann).getByText("2 new replies").waitFor();
    await threadsButton(ann).getByText("1 mention", { exact: true }).waitFor();
    await expect.poll(() => ann.page.title()).toBe("(2) Notes Follow — @chat");
    expect(await ann.chat.row(group).getByText("unread").count()).toBe(0);

    await threadsButton(ann).click();
    const item = ann.chat.dialog("Threads").getByRole("listitem").filter({ hasText: question });
    await item.getByText(`in ${group}`).waitFor();
    await item.getByText("2 new replies").waitFor();
    await item.getByRole("button").click();
    await ann.page.waitForURL(`**/c/${channelId}/t/${messageId}`);
    await threadOn(ann.page).message("look").waitFor();
    await threadsButton(ann)
      .getByText(/new repl|mention/)
      .first()
      .waitFor({ state: "hidden" });
    await expect.poll(() => ann.page.title()).toBe(`${group} — @chat`);

    await threadOn(ann.page).view.getByRole("button", { name: "Stop following" }).click();
    await threadOn(ann.page).view.getByRole("button", { name: "Follow thread" }).waitFor();
    await threadsButton(ann).waitFor({ state: "hidden" });
    await reply(bob, { messageId }, "Unheard");
    await threadOn(ann.page).message("Unheard").waitFor();
    expect(await threadsButton(ann).count()).toBe(0);
    // On another device, and after a reload, it is the same.
    const other = await enterAs(stage, ann, { path: `/c/${channelId}` });
    await summary(other, question).getByText("3 replies").waitFor();
    expect(await threadsButton(other).count()).toBe(0);
    await threadOn(ann.page).send("I am back");
    await threadsButton(other).waitFor();
  });

  it("marks a reply unread, and finds the line there", async () => {
    const { ann, bob, question } = await asked("Mark");
    const messageId = await idOf(bob, question);
    for (const text of ["One", "Two", "Three"]) await reply(bob, { messageId }, text);
    await summary(ann, question).click();
    const atAnn = threadOn(ann.page);
    await atAnn.message("Three").waitFor();
    await summary(ann, question)
      .getByText(/new repl/)
      .waitFor({ state: "hidden" });
    await ann.chat.choose(atAnn.message("Two"), "Mark unread from here");
    await summary(ann, question).getByText("2 new replies").waitFor();
    await atAnn.view.getByRole("button", { name: "Close thread" }).click();
    await summary(ann, question).click();
    await atAnn.view.getByRole("separator", { name: "New messages from here" }).waitFor();
    await summary(ann, question)
      .getByText(/new repl/)
      .waitFor({ state: "hidden" });
  });
});

it("opens by T, closes by Escape, and focus is back on the message", async () => {
  const { ann, question } = await asked("Keys");
  await ann.chat.message(question).focus();
  await ann.page.keyboard.press("t");
  const atAnn = threadOn(ann.page);
  await expect.poll(() => atAnn.composer.evaluate((field) => field === document.activeElement)).toBe(true);
  await ann.page.keyboard.type("By keys alone");
  await ann.page.keyboard.press("Enter");
  await atAnn.message("By keys alone").waitFor();
  await ann.page.keyboard.press("Escape");
  await atAnn.view.waitFor({ state: "hidden" });
  await expect.poll(() => ann.page.evaluate(() => document.activeElement?.textContent ?? "")).toContain(question);
});

it("fills a phone's screen, where the conversation under it is neither read nor reached", async () => {
  const { ann, bob, question, group } = await asked("Phone", { bob: phone });
  await reply(ann, { messageId: await idOf(ann, question) }, "On the road");
  await summary(bob, question).tap();
  const atBob = threadOn(bob.page);
  await atBob.message("On the road").waitFor();
  const box = await atBob.view.boundingBox();
  expect([box?.x, box?.width]).toEqual([0, 390]);
  expect(await bob.chat.composer.isVisible()).toBe(false);
  await atBob.composer.fill("Me too");
  await atBob.view.getByRole("button", { name: "Send" }).tap();
  await summary(ann, question).getByText("2 replies").waitFor();

  await ann.chat.send("Meanwhile, in the group");
  await ann.chat.message("Meanwhile").getByRole("img", { name: "Delivered" }).waitFor();
  const other = await enterAs(stage, bob);
  await other.chat.row(group).getByText("1 unread message").waitFor();
  await atBob.view.getByRole("button", { name: "Back to the conversation" }).tap();
  await bob.chat.message("Meanwhile").waitFor();
  await other.chat.row(group).getByText("1 unread message").waitFor({ state: "hidden" });
});

it("goes on where it was after the network was away, with what happened meanwhile", async () => {
  const { ann, bob, question } = await asked("Away");
  const messageId = await idOf(bob, question);
  await reply(bob, { messageId }, "Before");
  await summary(ann, question).click();
  const atAnn = threadOn(ann.page);
  await atAnn.message("Before").waitFor();
  await ann.context.setOffline(true);
  await ann.chat.banner.waitFor();
  await atAnn.send("Written offline");
  await reply(bob, { messageId }, "Meanwhile");
  await call(bob, "reaction.add", { messageId, emoji: "🎉" });
  await ann.context.setOffline(false);
  await atAnn.message("Meanwhile").waitFor();
  await summary(bob, question).getByText("3 replies").waitFor();
  await atAnn.view.getByText("3 replies", { exact: true }).waitFor();
  await atAnn.message(question).getByRole("button", { name: "🎉, 1 reaction" }).waitFor();
  await summary(ann, question).getByText("3 replies").waitFor();
});
