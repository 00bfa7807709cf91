import { demoPeople } from "@chat/db/seed";
import { it } from "vitest";
import { expectNoBarrier } from "../../fixtures/find-barriers.ts";
import { enterAs } from "../fixtures/accounts.ts";
import { phone, useStage } from "../fixtures/stage.ts";

const stage = useStage({ seed: "demo" });
const ada = demoPeople[0]!;

it.each(["light", "dark"] as const)("the queue, its dialogs, appeals and sanctions have no barrier, %s", async (colorScheme) => {
  const { page } = await enterAs(stage, ada, { colorScheme, path: "/admin/queue" });
  const cases = page.getByRole("region", { name: "Cases" });
  await cases.getByRole("button").first().waitFor();
  await expectNoBarrier(page, "the list");
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "From earlier" }).waitFor();
  await expectNoBarrier(page, "a case");
  await page.keyboard.press("b");
  await page.getByRole("dialog", { name: /^Ban / }).waitFor();
  await expectNoBarrier(page, "a decision");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("e");
  await page.getByRole("dialog", { name: "Leave it to the admins" }).waitFor();
  await page.getByRole("combobox", { name: "Reason, for other moderators" }).selectOption("Other…");
  await expectNoBarrier(page, "an escalation");
  await page.goto("/admin/appeals");
  await page.locator("tr[data-row]").first().click();
  await page.getByRole("textbox", { name: "Answer" }).waitFor();
  await expectNoBarrier(page, "an appeal");
  await page.goto("/admin/sanctions");
  await page.locator("tr[data-row]").first().click();
  await page.getByRole("button", { name: "Lift" }).waitFor();
  await expectNoBarrier(page, "a sanction");
  await page.getByRole("button", { name: "Lift" }).click();
  await page.getByRole("alertdialog").waitFor();
  await expectNoBarrier(page, "lifting it");
});

it("the queue has no barrier on a phone", async () => {
  const { page } = await enterAs(stage, ada, { ...phone, path: "/admin/queue" });
  const cases = page.getByRole("region", { name: "Cases" });
  await cases.getByRole("button").first().tap();
  await page.getByRole("heading", { name: "From earlier" }).waitFor();
  await expectNoBarrier(page, "a case");
});
