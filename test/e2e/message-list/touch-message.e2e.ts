import type { CDPSession } from "playwright-core";
import { describe, expect, it } from "vitest";
import { phone } from "../fixtures/stage.ts";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

/** A finger that goes down at a message and moves by steps. */
async function finger(devtools: CDPSession, from: { x: number; y: number }, by: { x: number; y: number }) {
  const point = (part: number) => [{ x: from.x + by.x * part, y: from.y + by.y * part }];
  await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(0) });
  for (let step = 1; step <= 8; step++)
    await devtools.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(step / 8) });
  return () => devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

async function open(query: Record<string, string> = {}) {
  const list = await parts.open({ to: 30, acts: "", ...query }, phone);
  const box = await list.row(29).boundingBox();
  if (!box) throw new Error("The message is not on screen.");
  return { list, row: list.row(29), at: { x: 120, y: box.y + box.height / 2 } };
}

describe.each([
  ["left to right", {}, 1],
  ["right to left", { dir: "rtl" }, -1],
])("a message drawn aside, %s", (_, query, sign) => {
  it("is answered when it is let go far enough, and follows the finger meanwhile", async () => {
    const { list, row, at } = await open(query);
    const lift = await finger(list.devtools, { ...at, x: sign === 1 ? at.x : 390 - at.x }, { x: 100 * sign, y: 0 });
    await row.and(list.page.locator('[data-swipe="done"]')).waitFor();
    await lift();
    await expect.poll(() => list.calls("reply")).toEqual([{ name: "reply", value: 29 }]);
    expect(await row.getAttribute("data-swipe")).toBeNull();
  });
});

it("is not answered by a short move, the other way, or a scroll", async () => {
  const { list, at } = await open();
  for (const by of [
    { x: 40, y: 0 },
    { x: -100, y: 0 },
    { x: 20, y: 120 },
  ]) {
    await (
      await finger(list.devtools, at, by)
    )();
    await list.rest();
  }
  expect(await list.page.locator("[data-swipe]").count()).toBe(0);
  expect(await list.calls("reply")).toEqual([]);
});

it("held gives a sheet with who reacted in it", async () => {
  const { list, at } = await open();
  await list.stage("change", 29, { reactions: [{ emoji: "👍", count: 2, first: [] }] });
  await list.rest();
  const box = await list.row(29).boundingBox();
  await list.devtools.send("Input.dispatchTouchEvent", {
    type: "touchStart",
    touchPoints: [{ x: at.x, y: (box?.y ?? 0) + 12 }],
  });
  const sheet = list.page.getByRole("dialog", { name: "Message actions" });
  await sheet.waitFor();
  await list.devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await sheet.getByRole("button", { name: "Reactions" }).tap();
  const reactors = list.page.getByRole("dialog", { name: "Reactions" });
  await reactors.getByRole("listitem").getByText("Ann").waitFor();
  await reactors.getByRole("button", { name: "👍, 2 reactions" }).waitFor();
});

it("held gives all emoji too, not only the frequent ones", async () => {
  const { list, at } = await open();
  await list.devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] });
  const sheet = list.page.getByRole("dialog", { name: "Message actions" });
  await sheet.waitFor();
  await list.devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await sheet.getByRole("button", { name: "Add reaction" }).tap();
  const picker = list.page.getByRole("dialog", { name: "Choose an emoji" });
  const search = picker.getByRole("searchbox", { name: "Search emoji" });
  await search.waitFor();
  // A keyboard on the screen would cover what is to be chosen from.
  expect(await search.evaluate((field) => field === document.activeElement)).toBe(false);
  await search.fill("rocket");
  await picker.getByRole("gridcell", { name: "rocket" }).tap();
  await expect.poll(() => list.calls("react")).toHaveLength(1);
  await picker.waitFor({ state: "detached" });
});

it("shows the button beside its reactions, which no mouse will bring", async () => {
  const { list } = await open();
  await list.stage("change", 29, { reactions: [{ emoji: "👍", count: 2, first: [] }] });
  const add = list.row(29).getByRole("button", { name: "Add reaction" });
  await add.waitFor();
  expect(await add.evaluate((button) => getComputedStyle(button.closest("[data-slot=reactions] > span") ?? button).opacity)).toBe(
    "1",
  );
  await add.tap();
  await list.page.getByRole("dialog", { name: "Choose an emoji" }).getByRole("searchbox").waitFor();
});
