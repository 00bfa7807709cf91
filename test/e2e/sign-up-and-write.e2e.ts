import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter, newAccount, type Account } from "./fixtures/accounts.ts";
import { hydrated, messengerOn } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

async function fillIn(page: Page, account: Account, button: string): Promise<void> {
  if (button === "Create account") await page.getByRole("textbox", { name: "Your name" }).fill(account.name);
  await page.getByRole("textbox", { name: "E-mail" }).fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: button }).click();
}

describe("signing up", () => {
  it("leads to the messenger, and signing out and in again back to it", async () => {
    const ann = newAccount("Ann Abel");
    const context = await stage.visit({ expects: /401/ });
    const page = await context.newPage();
    await page.goto("/");
    await page.waitForURL("**/sign-in");
    await hydrated(page);
    await page.getByRole("link", { name: "Create an account" }).click();
    await page.waitForURL("**/sign-up");
    await hydrated(page);
    await fillIn(page, ann, "Create account");
    await page
      .getByRole("heading", { name: "No conversations yet" })
      .or(page.getByText("No conversations yet"))
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/");

    const chat = messengerOn(page);
    await chat.button("Profile and settings").click();
    await chat.dialog("Profile and settings").getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL("**/sign-in");
    await hydrated(page);
    await fillIn(page, { ...ann, password: "not the password" }, "Sign in");
    await page.getByRole("alert").filter({ hasText: "do not belong together" }).waitFor();
    await fillIn(page, ann, "Sign in");
    await chat.list.waitFor();
  });

  it("never puts what was typed into the address, even before the page lives", async () => {
    const context = await stage.visit({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [path, button] of [
      ["/sign-in", "Sign in"],
      ["/sign-up", "Create account"],
    ] as const) {
      await page.goto(path);
      await fillIn(page, newAccount("Hasty Harry"), button);
      await page.waitForLoadState();
      expect(page.url()).not.toMatch(/password|correct|example\.com/);
    }
  });

  it("opens the conversation that was asked for after signing in", async () => {
    const [ann, bob] = await Promise.all([enter(stage, "Ann Ahead"), enter(stage, "Bob Ahead")]);
    await ann.chat.writeTo(bob.name);
    const { pathname } = new URL(ann.page.url());
    const context = await stage.visit();
    const page = await context.newPage();
    await page.goto(pathname);
    await page.waitForURL(`**/sign-in?next=${encodeURIComponent(pathname)}`);
    await hydrated(page);
    await fillIn(page, bob, "Sign in");
    await page.waitForURL(`**${pathname}`);
    await page.getByRole("textbox", { name: `Message ${ann.name}` }).waitFor();
  });
});

describe("a direct message", () => {
  it("is the same one from both sides, and what is said there arrives without a reload", async () => {
    const [ann, bob] = await Promise.all([enter(stage, "Ann Agnew"), enter(stage, "Bob Baker")]);
    await Promise.all([ann.chat.writeTo(bob.name), bob.chat.writeTo(ann.name)]);
    expect(new URL(bob.page.url()).pathname).toBe(new URL(ann.page.url()).pathname);

    await ann.chat.send("Are you there?");
    await bob.chat.message("Are you there?").waitFor();
    await bob.chat.send("Just arrived.");
    await ann.chat.message("Just arrived.").waitFor();
    expect(await ann.chat.texts()).toEqual(["Are you there?", "Just arrived."]);
    expect(await bob.chat.texts()).toEqual(["Are you there?", "Just arrived."]);
    expect(await ann.chat.list.getByRole("listitem").count()).toBe(1);
  });

  it("begins in the other's list by itself, with a badge and a count in the tab", async () => {
    const [ann, bob] = await Promise.all([enter(stage, "Ann Archer"), enter(stage, "Bob Brewer")]);
    await bob.chat.list.waitFor();
    await ann.chat.writeTo(bob.name);
    await ann.chat.send("Hello stranger");
    await ann.chat.send("How are you?");
    await bob.chat.row(ann.name).getByText("2 unread messages").waitFor();
    await expect.poll(() => bob.page.title()).toBe("(2) @chat");
    await bob.chat.open(ann.name);
    await expect.poll(() => bob.page.title()).toBe("Ann Archer — @chat");
    await bob.chat.row(ann.name).getByText("unread").waitFor({ state: "hidden" });
  });
});
