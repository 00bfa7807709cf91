import { demoPeople } from "@chat/db/seed";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoBarrier } from "../../fixtures/find-barriers.ts";
import { distinct, newAccount, signUp } from "../fixtures/accounts.ts";
import { hydrated } from "../fixtures/messenger.ts";
import { phone, useStage } from "../fixtures/stage.ts";

const stage = useStage({ seed: "demo" });
const ada = demoPeople.find(({ role }) => role === "admin")!;
const mateo = demoPeople.find(({ role }) => role === "moderator")!;
const linh = demoPeople.find(({ role }) => role === "user")!;

type Who = Pick<typeof ada, "email" | "password">;

async function open(who: Who, path: string, profile: Parameters<typeof stage.visit>[0] = {}): Promise<Page> {
  const context = await stage.visit(profile);
  await signIn(context, who);
  const page = await context.newPage();
  await page.goto(path);
  await hydrated(page);
  return page;
}

async function signIn(context: BrowserContext, { email, password }: Who): Promise<void> {
  const origin = stage.app.url;
  const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    headers: { origin },
    data: { email, password },
  });
  expect(answer.status()).toBe(200);
}

const rowOf = (page: Page, name: string) => page.getByRole("row", { name });

it("lets an admin find somebody by a part of the name, read about them and shut them out", async () => {
  const context = await stage.visit({ expects: /401/ });
  const account = newAccount(distinct(stage, "Wilhelmina Featherstone"));
  await signUp(context, stage.app.url, account);
  const part = account.name.slice(0, -3);
  const theirs = await context.newPage();
  await theirs.goto("/");
  await hydrated(theirs);

  const page = await open(ada, "/admin/users");
  await page.keyboard.press("/");
  await page.keyboard.type(part);
  await rowOf(page, account.name).waitFor();
  await expect.poll(() => page.locator("tr[data-row]").count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("q")).toBe(part);
  await page.getByRole("textbox", { name: "Name, e-mail or id" }).blur();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: account.name });
  await panel.getByText(account.email).waitFor();
  await panel.getByText("Signed up").waitFor();

  await panel.getByRole("button", { name: "Deactivate" }).click();
  await page.getByRole("status").getByText(`${account.name} is deactivated and signed out.`).waitFor();
  await theirs.waitForURL(/\/sign-in/);
  await rowOf(page, account.name).getByText("deactivated").waitFor();

  await page.getByRole("button", { name: "Undo" }).click();
  await panel.getByRole("button", { name: "Deactivate" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => panel.count()).toBe(0);
});

it("keeps the view in its address, so that it can be linked", async () => {
  const page = await open(ada, "/admin/users?role=moderator");
  await rowOf(page, mateo.name).waitFor();
  await expect.poll(() => page.locator("tr[data-row]").count()).toBe(1);
  await rowOf(page, mateo.name).click();
  await page.getByRole("complementary", { name: mateo.name }).waitFor();
  const link = page.url();
  const other = await page.context().newPage();
  await other.goto(link);
  await other.getByRole("complementary", { name: mateo.name }).getByRole("button", { name: "Role: moderator" }).waitFor();
  await page.goBack();
  await expect.poll(() => page.getByRole("complementary", { name: mateo.name }).count()).toBe(0);
});

it("finds screens and people by the palette", async () => {
  const page = await open(ada, "/admin");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(linh.name.slice(0, 6));
  await page.getByRole("option", { name: linh.name }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: linh.name }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/admin/users");
});

it("lets a moderator look at staff, and touch none", async () => {
  const page = await open(mateo, "/admin/users");
  await rowOf(page, ada.name).click();
  const panel = page.getByRole("complementary", { name: ada.name });
  await panel.getByText("only an admin may act here").waitFor();
  expect(await panel.getByRole("button", { name: "Deactivate" }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "Staff sessions" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: "New user" }).count()).toBe(0);
});

it("is not there for anybody else, and asks nobody's guest to sign in first", async () => {
  for (const path of ["/admin", "/admin/users", "/admin/sessions"]) {
    const context = await stage.visit({ expects: /404/ });
    await signIn(context, linh);
    const page = await context.newPage();
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
    expect(await page.getByRole("navigation", { name: "Console" }).count()).toBe(0);
  }
  const guest = await (await stage.visit()).newPage();
  await guest.goto("/admin/users");
  expect(new URL(guest.url()).pathname).toBe("/sign-in");
});

it("ends a session of staff at once", async () => {
  const theirs = await open(mateo, "/", { expects: /401/ });
  const page = await open(ada, "/admin/sessions");
  await page
    .getByRole("button", { name: new RegExp(`^Sign out ${mateo.name}`) })
    .first()
    .waitFor();
  await rowOf(page, ada.name).first().getByText("this device").waitFor();
  for (let left = await page.getByRole("button", { name: /^Sign out Mateo/ }).count(); left > 0; left -= 1) {
    await page
      .getByRole("button", { name: /^Sign out Mateo/ })
      .first()
      .click();
    await expect.poll(() => page.getByRole("button", { name: /^Sign out Mateo/ }).count()).toBe(left - 1);
  }
  await theirs.waitForURL(/\/sign-in/);
});

it.each([
  ["light", {}],
  ["dark", {}],
  ["light", phone],
] as const)("has no barrier, %s %o", async (colorScheme, size) => {
  const page = await open(ada, "/admin", { colorScheme, ...size });
  await page.getByRole("figure").first().waitFor();
  await expectNoBarrier(page, "overview");
  await page.goto("/admin/users");
  await page.locator("tr[data-row]").nth(2).waitFor();
  await expectNoBarrier(page, "users");
  await rowOf(page, linh.name).click();
  await page.getByRole("complementary", { name: linh.name }).getByText("Timeline").waitFor();
  await expectNoBarrier(page, "a user");
  await page.goto("/admin/sessions");
  await page.locator("tr[data-row]").first().waitFor();
  await expectNoBarrier(page, "staff sessions");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("a");
  await page.getByText("People", { exact: true }).waitFor();
  await expectNoBarrier(page, "the palette", '[role="dialog"]');
  await page.keyboard.press("Escape");
  const navigation = page.getByRole("button", { name: "Open navigation" });
  if (await navigation.isVisible()) {
    await navigation.click();
    await expectNoBarrier(page, "the navigation");
  }
});

it.each(["light", "dark"] as const)("has no barrier in what is asked about people, %s", async (colorScheme) => {
  const page = await open(ada, `/admin/users?q=${linh.name.slice(0, 4)}`, { colorScheme });
  await rowOf(page, linh.name).click();
  const panel = page.getByRole("complementary", { name: linh.name });
  const lookAt = async (what: string, dialog: Locator) => {
    await dialog.waitFor();
    await expectNoBarrier(page, what, `[role="${await dialog.getAttribute("role")}"]`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  };
  await panel.getByRole("button", { name: "Edit" }).click();
  await lookAt("changing somebody", page.getByRole("dialog", { name: `Edit ${linh.name}` }));
  await panel.getByRole("button", { name: "Erase…" }).click();
  await lookAt("erasing somebody", page.getByRole("alertdialog", { name: `Erase ${linh.name}?` }));
  await panel.getByRole("button", { name: "Sanction" }).click();
  await lookAt("kinds of sanctions", page.getByRole("menu"));
  await panel.getByRole("button", { name: "Sanction" }).click();
  await page.getByRole("menuitem", { name: "Mute…" }).click();
  await lookAt("muting somebody", page.getByRole("dialog", { name: `Mute ${linh.name}` }));
  await page.getByRole("button", { name: "Close details" }).click();
  await page.getByRole("button", { name: "New user" }).click();
  await lookAt("a new user", page.getByRole("dialog", { name: "New user" }));
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Make link" }).click();
  await page.getByText("Made before").waitFor();
  // As on a page without https.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("The link is copied.").waitFor();
  await lookAt("invites", page.getByRole("dialog", { name: "Invite people" }));
  await page.getByRole("checkbox", { name: `Choose ${linh.name}` }).check();
  await page.getByRole("toolbar", { name: "For those who are chosen" }).waitFor();
  await expectNoBarrier(page, "people who are chosen", '[role="toolbar"]');
});
