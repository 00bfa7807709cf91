import { describe, expect, it } from "vitest";
import { enter } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

async function twoTalking(first: string, second: string) {
  const [ann, bob] = await Promise.all([enter(stage, first), enter(stage, second)]);
  await ann.chat.writeTo(bob.name);
  await bob.chat.writeTo(ann.name);
  return { ann, bob };
}

function isWholeOnScreen(row: Element): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  const log = row.closest('[role="log"]')?.getBoundingClientRect();
  return log !== undefined && top >= log.top && bottom <= log.bottom;
}

describe("a reply", () => {
  it("quotes, and the quote leads back to the message", async () => {
    const { ann, bob } = await twoTalking("Ann Quote", "Bob Quote");
    await ann.chat.send("The very first thing");
    for (let at = 1; at <= 30; at += 1) await ann.chat.send(`Something else, number ${at}`);
    await bob.chat.message("number 30").waitFor();
    await bob.chat.log.hover();
    await bob.page.mouse.wheel(0, -10_000);
    const first = bob.chat.message("The very first thing");
    await first.waitFor();
    await first.hover();
    await first.getByRole("button", { name: "Reply", exact: true }).click();
    await bob.page.getByText(`Replying to ${ann.name}`).waitFor();
    await bob.chat.send("About that one");
    await bob.page.getByText(`Replying to ${ann.name}`).waitFor({ state: "hidden" });

    const reply = ann.chat.message("About that one");
    const quote = reply.getByRole("button", { name: "The very first thing" });
    await quote.waitFor();
    const target = ann.chat.log
      .getByRole("article")
      .filter({ hasText: "The very first thing" })
      .filter({ hasNotText: "About that one" });
    await target.waitFor({ state: "hidden" });
    await quote.click();
    await target.waitFor();
    await expect.poll(() => target.evaluate((row) => row.hasAttribute("data-highlighted"))).toBe(true);
    await expect.poll(() => target.evaluate(isWholeOnScreen)).toBe(true);
  });

  it("can be given up with Escape", async () => {
    const { ann, bob } = await twoTalking("Ann Escape", "Bob Escape");
    await bob.chat.send("Say something");
    await ann.chat.choose(ann.chat.message("Say something"), "Reply");
    await ann.page.getByText(`Replying to ${bob.name}`).waitFor();
    await ann.chat.composer.press("Escape");
    await ann.page.getByText(`Replying to ${bob.name}`).waitFor({ state: "hidden" });
    await ann.chat.send("No quote here");
    await bob.chat.message("No quote here").waitFor();
    expect(await bob.chat.message("No quote here").getByRole("button", { name: "Say something" }).count()).toBe(0);
  });
});

describe("a reaction", () => {
  it("from the toolbar and from the picker reaches the other, counts, and goes again", async () => {
    const { ann, bob } = await twoTalking("Ann React", "Bob React");
    await ann.chat.send("We ship on Friday");
    const atBob = bob.chat.message("We ship on Friday");
    const atAnn = ann.chat.message("We ship on Friday");
    await atBob.hover();
    await atBob.getByRole("toolbar").getByRole("button", { name: "React with 👍" }).click();
    await atAnn.getByRole("button", { name: "👍, 1 reaction", exact: true }).click();
    await atBob.getByRole("button", { name: "👍, 2 reactions, one of them yours" }).waitFor();

    await atAnn.hover();
    await atAnn.getByRole("toolbar").getByRole("button", { name: "Add reaction" }).click();
    const picker = ann.page.getByRole("dialog", { name: "Choose an emoji" });
    await picker.getByRole("searchbox", { name: "Search emoji" }).fill("rocket");
    await picker
      .getByRole("gridcell", { name: /rocket/i })
      .or(picker.getByRole("button", { name: /rocket/i }))
      .first()
      .click();
    await atBob.getByRole("button", { name: "🚀, 1 reaction", exact: true }).waitFor();

    await atAnn.getByRole("button", { name: /^👍, 2/ }).click();
    await atBob.getByRole("button", { name: "👍, 1 reaction, one of them yours" }).waitFor();
    await atBob.getByRole("button", { name: /^👍, 1/ }).click();
    await atAnn.getByRole("button", { name: /^👍/ }).waitFor({ state: "hidden" });
  });
});

describe("an own message", () => {
  it("is edited by ↑ and marked for both; a quote of it follows", async () => {
    const { ann, bob } = await twoTalking("Ann Edit", "Bob Edit");
    await ann.chat.send("Meet at nien");
    await bob.chat.choose(bob.chat.message("Meet at nien"), "Reply");
    await bob.chat.send("Which nine?");
    await ann.chat.message("Which nine?").waitFor();

    await ann.chat.composer.press("ArrowUp");
    await ann.page.getByText("Editing message").waitFor();
    await expect.poll(() => ann.chat.composer.inputValue()).toBe("Meet at nien");
    await ann.chat.composer.fill("Meet at nine");
    await ann.chat.composer.press("Enter");
    await ann.page.getByText("Editing message").waitFor({ state: "hidden" });
    for (const { chat } of [ann, bob]) {
      await chat.message("Meet at nine").getByText("(edited)").waitFor();
      await chat.message("Which nine?").getByText("Meet at nine").waitFor();
      await expect.poll(() => chat.log.getByText("Meet at nien").count()).toBe(0);
    }
    expect(await ann.chat.composer.inputValue()).toBe("");
  });

  it("when deleted leaves a tombstone at both, in quotes and in the list", async () => {
    const { ann, bob } = await twoTalking("Ann Delete", "Bob Delete");
    await ann.chat.send("My password is swordfish");
    await bob.chat.choose(bob.chat.message("swordfish"), "Reply");
    await bob.chat.send("Take that away");
    await ann.chat.message("Take that away").waitFor();
    const own = ann.chat.log.getByRole("article").filter({ hasNotText: "Take that away" }).filter({ hasText: "swordfish" });
    await ann.chat.choose(own, "Delete message");
    await ann.chat.dialog("Delete this message?").getByRole("button", { name: "Delete" }).click();
    for (const { chat } of [ann, bob]) {
      await chat.line("This message was deleted").waitFor();
      await chat.message("Take that away").getByText("Deleted message").waitFor();
      await expect.poll(() => chat.page.getByText("swordfish").count()).toBe(0);
    }
    await bob.page.reload();
    await bob.chat.line("This message was deleted").waitFor();
    expect(await bob.page.content()).not.toContain("swordfish");
  });

  it("shows a tick, then that it was read, and by whom", async () => {
    const { ann, bob } = await twoTalking("Ann Tick", "Bob Tick");
    await bob.page.goto("/");
    await ann.chat.send("Read this later");
    const own = ann.chat.message("Read this later");
    await own.getByRole("img", { name: /^(Sent|Delivered)$/ }).waitFor();
    expect(await own.getByRole("img", { name: "Read" }).count()).toBe(0);
    await bob.chat.open(ann.name);
    await own.getByRole("img", { name: "Read" }).waitFor();
    await ann.chat.choose(own, "Seen by");
    await ann.chat.dialog("Seen by").getByText(bob.name).waitFor();
  });
});

describe("typing", () => {
  it("shows at the other and goes when the message is sent or the text is taken back", async () => {
    const { ann, bob } = await twoTalking("Ann Typing", "Bob Typing");
    await bob.chat.send("Go on");
    await ann.chat.message("Go on").waitFor();
    const typing = bob.page.getByText("typing…").first();
    await ann.chat.composer.pressSequentially("Well");
    await typing.waitFor();
    await ann.chat.composer.press("Enter");
    await bob.chat.message("Well").waitFor();
    await typing.waitFor({ state: "hidden" });

    await ann.chat.composer.pressSequentially("Hmm");
    await typing.waitFor();
    await ann.chat.composer.fill("");
    // Nobody says that they stopped; the line ends by itself after five seconds.
    await typing.waitFor({ state: "hidden", timeout: 8_000 });
  });
});
