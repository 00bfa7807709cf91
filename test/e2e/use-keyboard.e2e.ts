import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter, newAccount } from "./fixtures/accounts.ts";
import { hydrated, messengerOn } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

/** What the keyboard is on: role or tag, and name; "body" when it is on nothing. */
function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return "body";
    const shown = element.cloneNode(true) as Element;
    for (const hidden of shown.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return `${element.getAttribute("role") ?? element.tagName.toLowerCase()} ${(element.getAttribute("aria-label") ?? label ?? shown.textContent).trim()}`;
  });
}

async function tabTo(page: Page, wanted: string | RegExp, key = "Tab"): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 40; press += 1) {
    const now = await focus(page);
    if (typeof wanted === "string" ? now === wanted : wanted.test(now)) return;
    seen.push(now);
    await page.keyboard.press(key);
  }
  throw new Error(`Tab did not reach ${String(wanted)}, but: ${seen.join(" → ")}`);
}

const onFocus = (page: Page) => expect.poll(() => focus(page));

describe("with the keyboard alone", () => {
  it("somebody signs in, finds a conversation, writes, reacts, replies and gives it up", async () => {
    const bob = await enter(stage, "Bob Board");
    const ann = newAccount("Ann Keys");
    const context = await stage.visit();
    await context.request.post("/api/auth/sign-up/email", { headers: { origin: stage.app.url }, data: ann });
    await context.clearCookies();
    const page = await context.newPage();
    await page.goto("/sign-in");
    await hydrated(page);
    await tabTo(page, "input E-mail");
    await page.keyboard.type(ann.email);
    await page.keyboard.press("Tab");
    await onFocus(page).toBe("input Password");
    await page.keyboard.type(ann.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/$/);
    await hydrated(page);

    const chat = messengerOn(page);
    await tabTo(page, "button New message");
    await page.keyboard.press("Enter");
    await onFocus(page).toBe("combobox Search people");
    await page.keyboard.type("Bob Boa");
    await chat.dialog("New message").getByRole("option", { name: bob.name }).waitFor();
    await page.keyboard.press("Enter");
    await onFocus(page).toBe(`textarea Message ${bob.name}`);
    await page.keyboard.type("No mouse here");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("two lines");
    await page.keyboard.press("Enter");
    await chat.message("No mouse here").waitFor();
    await bob.chat.open(ann.name);
    await bob.chat.send("Impressive");
    await chat.message("Impressive").waitFor();

    await tabTo(page, /^article Bob Board.*Impressive/, "Shift+Tab");
    await page.keyboard.press("ArrowUp");
    await onFocus(page).toMatch(/^article Ann Keys.*No mouse here/);
    await page.keyboard.press("ArrowDown");
    await onFocus(page).toMatch(/^article Bob Board.*Impressive/);
    await page.keyboard.press("+");
    await onFocus(page).toBe("input Search emoji");
    await page.keyboard.type("party");
    await page.getByRole("dialog", { name: "Choose an emoji" }).getByText("🥳").waitFor();
    await page.keyboard.press("Enter");
    await bob.chat.message("Impressive").getByRole("button", { name: "🥳, 1 reaction" }).waitFor();
    await onFocus(page).toMatch(/^article Bob Board.*Impressive/);

    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Reply", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await onFocus(page).toMatch(/^article Bob Board.*Impressive/);
    await page.keyboard.press("r");
    await onFocus(page).toBe(`textarea Message ${bob.name}`);
    await page.getByText(`Replying to ${bob.name}`).waitFor();
    await page.keyboard.press("Escape");
    await page.getByText(`Replying to ${bob.name}`).waitFor({ state: "hidden" });
    await onFocus(page).toBe(`textarea Message ${bob.name}`);
  });

  it("chooses conversations by arrows, by Alt and arrows, and by Ctrl+K", async () => {
    const { page, chat } = await enter(stage, "Ann Arrows");
    for (const name of ["First room", "Second room", "Third room"]) await chat.createGroup({ name });
    await page.keyboard.press("Control+k");
    await onFocus(page).toBe("input Search");
    await page.keyboard.press("ArrowDown");
    await onFocus(page).toMatch(/^button.*Third room/);
    await page.keyboard.press("ArrowDown");
    await onFocus(page).toMatch(/^button.*Second room/);
    await page.keyboard.press("End");
    await onFocus(page).toMatch(/^button.*First room/);
    await page.keyboard.press("Enter");
    await onFocus(page).toBe("textarea Message First room");

    await page.keyboard.press("Alt+ArrowUp");
    await onFocus(page).toBe("textarea Message Second room");
    await page.keyboard.press("Alt+ArrowDown");
    await onFocus(page).toBe("textarea Message First room");

    await page.keyboard.press("Control+k");
    await page.keyboard.type("third");
    await chat.row("First room").waitFor({ state: "hidden" });
    await page.keyboard.press("Enter");
    await onFocus(page).toBe("textarea Message Third room");
    await chat.row("First room").waitFor();
  });

  it("leaves every dialog and menu with Escape, and is back where it was opened", async () => {
    const { page, chat } = await enter(stage, "Ann Escape");
    await chat.createGroup({ name: "Way out" });
    await chat.send("Something to act on");
    const message = chat.message("Something to act on");
    await message.getByRole("img", { name: /Sent|Delivered/ }).waitFor();
    for (const name of ["Profile and settings", "Browse groups", "New group", "New message"]) {
      await tabTo(page, `button ${name}`, "Shift+Tab");
      await page.keyboard.press("Enter");
      await chat.dialog(name).waitFor();
      await expect.poll(() => chat.dialog(name).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      await chat.dialog(name).waitFor({ state: "hidden" });
      await onFocus(page).toBe(`button ${name}`);
    }
    await tabTo(page, "button More");
    await page.keyboard.press("Enter");
    await page.getByRole("menu", { name: "More" }).waitFor();
    await page.keyboard.press("Escape");
    await onFocus(page).toBe("button More");

    for (const [item, title] of [
      ["Delete message", "Delete this message?"],
      ["Seen by", "Seen by"],
    ] as const) {
      await tabTo(page, /^article/);
      await page.keyboard.press("Enter");
      await onFocus(page).toMatch(/^menu/);
      await page.keyboard.type(item.slice(0, 3));
      await onFocus(page).toBe(`menuitem ${item}`);
      await page.keyboard.press("Enter");
      await chat.dialog(title).waitFor();
      await page.keyboard.press("Escape");
      await chat.dialog(title).waitFor({ state: "hidden" });
      await onFocus(page).toMatch(/^article/);
    }

    await tabTo(page, "button Details", "Shift+Tab");
    await page.keyboard.press("Enter");
    const details = page.getByRole("complementary", { name: "Group details" });
    await tabTo(page, "button Leave group");
    await page.keyboard.press("Enter");
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).first().waitFor();
    await page.keyboard.press("Escape");
    await onFocus(page).toBe("button Leave group");
    await page.keyboard.press("Escape");
    await details.waitFor({ state: "hidden" });
    await onFocus(page).not.toBe("body");
  });

  it("deletes a message, and is not thrown out of the list", async () => {
    const { page, chat } = await enter(stage, "Ann Erases");
    await chat.createGroup({ name: "Eraser" });
    await chat.send("To be erased");
    await chat
      .message("To be erased")
      .getByRole("img", { name: /Sent|Delivered/ })
      .waitFor();
    await tabTo(page, /^article/, "Shift+Tab");
    await page.keyboard.press("Enter");
    await onFocus(page).toMatch(/^menu/);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await onFocus(page).toBe("button Cancel");
    await tabTo(page, "button Delete");
    await page.keyboard.press("Enter");
    await chat.line("This message was deleted").waitFor();
    await onFocus(page).toMatch(/^article.*deleted/);
  });
});
