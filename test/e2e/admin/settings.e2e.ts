import { expect, it } from "vitest";
import { findBarriers } from "../../fixtures/find-barriers.ts";
import { call, enter, type Visitor } from "../fixtures/accounts.ts";
import { beforeTries } from "../fixtures/before-tries.ts";
import { phone, useStage } from "../fixtures/stage.ts";

const stage = useStage();
let session: Awaited<ReturnType<Visitor["context"]["storageState"]>>;
let password: string;

beforeTries(async () => {
  // The first to sign up on a new site is its admin.
  const admin = await enter(stage, "Ada Admin");
  session = await admin.context.storageState();
  ({ password } = admin);
});

const open = async (path: string, profile: Parameters<typeof stage.visit>[0] = {}) => {
  const context = await stage.visit({ ...profile, storageState: session });
  const page = await context.newPage();
  await page.goto(path);
  return page;
};

it("a setting is changed, taken back, and set back to its default", async () => {
  const page = await open("/admin/settings");
  const row = page.locator("[data-setting=siteName]");
  await row.getByText("Default", { exact: true }).waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await row.getByRole("textbox", { name: "Site name" }).fill("Kiln & Co");
  await row.getByRole("button", { name: "Save" }).click();
  await row.getByText("Set here").waitFor();
  const stranger = await (await stage.visit()).newPage();
  await stranger.goto("/sign-in");
  await stranger.getByText("Kiln & Co", { exact: true }).waitFor();
  expect(await stranger.title()).toBe("Sign in — Kiln & Co");
  await page.getByRole("button", { name: "Undo" }).click();
  await row.getByText("Default", { exact: true }).waitFor();

  await page.locator("[data-setting=signUpPolicy]").getByRole("combobox").selectOption("closed");
  await page.locator("[data-setting=signUpPolicy]").getByRole("button", { name: "Save" }).click();
  await page.locator("[data-setting=signUpPolicy]").getByText("Set here").waitFor();
  await stranger.goto("/sign-up");
  await stranger.getByRole("heading", { name: "Nobody can sign up here now" }).waitFor();
  await stranger.goto("/sign-in");
  await stranger.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  expect(await stranger.getByRole("link", { name: "Create an account" }).count()).toBe(0);
  await page.locator("[data-setting=signUpPolicy]").getByRole("button", { name: "Reset to default" }).click();
  await page.locator("[data-setting=signUpPolicy]").getByText("Default", { exact: true }).waitFor();
});

it("what is grave asks for the password that was given long ago, and goes on; no page may frame the console (S46)", async () => {
  const page = await open("/admin/settings", { expects: /status of 40[03]/ });
  const forget = () => stage.app.sql(`UPDATE "Session" SET "provedAt" = now() - interval '16 minutes'`);
  const row = page.locator("[data-setting=siteName]");
  const dialog = page.getByRole("dialog", { name: "Is it you?" });
  await forget();
  await row.getByRole("textbox", { name: "Site name" }).fill("Proved & Co");
  await row.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await dialog.getByRole("alert").waitFor();
  await dialog.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await row.getByText("Set here").waitFor();
  await dialog.waitFor({ state: "detached" });
  await forget();
  await row.getByRole("button", { name: "Reset to default" }).click();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("alert").filter({ hasText: "password" }).waitFor();
  await row.getByText("Set here").waitFor();
  await row.getByRole("button", { name: "Reset to default" }).click();
  await dialog.getByLabel("Password").fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await row.getByText("Default", { exact: true }).waitFor();

  const headers = (await page.request.get("/admin/settings")).headers();
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});

it("who may not create groups is shown no button for it", async () => {
  const una = await enter(stage, "Una User");
  await una.page.getByRole("button", { name: "New group" }).waitFor();
  const page = await open("/admin/settings");
  const row = page.locator("[data-setting=whoMayCreateGroups]");
  await row.getByRole("combobox").selectOption("staff");
  await row.getByRole("button", { name: "Save" }).click();
  await row.getByText("Set here").waitFor();
  await una.page.reload();
  await una.page.getByRole("button", { name: "New message" }).first().waitFor();
  await expect.poll(() => una.page.getByRole("button", { name: "New group" }).count()).toBe(0);
});

it("the audit log is filtered, opened, verified and saved", async () => {
  const page = await open("/admin/audit");
  await call({ context: page.context(), page }, "admin.setting.set", { key: "whoMayCreateGroups", value: "staff" });
  await page.reload();
  await page
    .getByRole("row", { name: /admin\.setting\.set by Ada Admin/ })
    .first()
    .waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  await page.getByRole("button", { name: "Verify chain" }).click();
  await page.getByText(/\d+ entries, all as written\./).waitFor();
  await page.getByRole("combobox", { name: "Part" }).selectOption("admin.setting");
  await page
    .getByRole("row", { name: /admin\.setting\.set by Ada Admin/ })
    .first()
    .click();
  const panel = page.getByRole("complementary", { name: "admin.setting.set" });
  await panel.getByText('"whoMayCreateGroups"').waitFor();
  // Until the rows of the filter are there, those before are shown pale.
  await page.locator("[aria-label=Entries][aria-busy=false]").waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  expect(page.url()).toContain("action=admin.setting");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toBe("audit-log.csv");
  await page.getByRole("combobox", { name: "Part" }).selectOption("admin.rule");
  await page.getByText("No entry fits").waitFor();
});

it("health says that all is well, and moderators are refused what is for admins", async () => {
  const page = await open("/admin/health");
  await page.getByText("PostgreSQL").waitFor();
  await page.getByText(/applied, 0 unfinished/).waitFor();
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  const mo = await enter(stage, "Mo Moderator", { expects: /status of 404/ });
  await stage.app.sql(`UPDATE "User" SET role = 'moderator' WHERE name = $1`, [mo.name]);
  const theirs = await mo.context.newPage();
  for (const path of ["/admin/settings", "/admin/rules", "/admin/audit", "/admin/health"]) {
    await theirs.goto(path);
    await theirs.getByRole("heading", { name: "There is nothing here" }).waitFor();
  }
});

it.each(["/admin/settings", "/admin/audit", "/admin/health"])("%s works on a phone, in the dark", async (path) => {
  const page = await open(path, { ...phone, colorScheme: "dark" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect.poll(() => page.getByText("Loading…").count()).toBe(0);
  expect(await findBarriers(page, { isPage: true })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
