import { expect, it } from "vitest";
import { expectNoBarrier } from "../../fixtures/find-barriers.ts";
import { useParts } from "../parts/use-parts.ts";
import { openActions } from "../fixtures/messenger.ts";

const parts = useParts();

it("takes several messages by mouse: one, with Shift all up to another, and lets them go", async () => {
  const list = await parts.open({ to: 40, acts: "" });
  await openActions(list.row(38));
  await list.page.getByRole("menuitem", { name: "Select" }).click();
  const bar = list.page.getByRole("toolbar", { name: "Selected messages" });
  await bar.getByText("1 selected").waitFor();
  expect(await list.page.getByRole("toolbar", { name: "Message actions" }).count()).toBe(0);

  await list
    .row(35)
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await bar.getByText("4 selected").waitFor();
  await list.row(36).getByRole("checkbox").click();
  await bar.getByRole("button", { name: "Copy selected messages" }).click();
  expect((await list.calls("copy")).at(-1)?.value).toEqual([35, 37, 38]);
  await list.stage("change", 37, { deletedAt: "2026-11-24T12:00:00.000Z" });
  await bar.getByText("2 selected").waitFor();

  await expectNoBarrier(list.page, "the bar", '[data-slot="chat-root"]');
  await bar.getByRole("button", { name: "End selecting" }).click();
  await bar.waitFor({ state: "detached" });
});

it("takes them by keys, and Escape ends it", async () => {
  const list = await parts.open({ to: 40, acts: "" });
  await list.row(40).focus();
  await list.page.keyboard.press("x");
  await list.page.keyboard.press("ArrowUp");
  await list.page.keyboard.press("Space");
  await list.page.keyboard.press("ArrowUp");
  await list.page.keyboard.press("ArrowUp");
  await list.page.keyboard.press("Shift+Enter");
  const bar = list.page.getByRole("toolbar", { name: "Selected messages" });
  await bar.getByText("4 selected").waitFor();
  await list.page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
  expect(await list.page.evaluate(() => document.activeElement?.getAttribute("data-seq"))).toBe("37");
});

it("keeps the list at its end when it begins and ends", async () => {
  const list = await parts.open({ to: 40, acts: "" }, { viewport: { width: 420, height: 700 } });
  await list.row(40).focus();
  await list.page.keyboard.press("x");
  await list.rest();
  expect(await list.distance()).toBeLessThanOrEqual(1);
  await list.page.keyboard.press("Escape");
  await list.rest();
  expect(await list.distance()).toBeLessThanOrEqual(1);
});
