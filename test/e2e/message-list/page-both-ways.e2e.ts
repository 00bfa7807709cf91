import { describe, expect, it } from "vitest";
import { me } from "../parts/make-messages.ts";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

describe("more messages", () => {
  it("are asked for by scrolling only, once a direction while the answer is out", async () => {
    const list = await parts.open({ from: 200, to: 280 });
    await list.stage("set", { hasNewer: true });
    await list.rest();
    expect(await list.calls("older")).toEqual([]);
    expect(await list.calls("newer")).toEqual([]);

    await list.wheel(-60);
    await list.rest();
    await list.stage("set", { isLoadingNewer: true });
    await list.wheel(-20_000);
    await list.rest();
    await list.stage("set", { isLoadingOlder: true });
    for (const pixels of [200, -200, 20_000, -20_000]) {
      await list.wheel(pixels);
      await list.rest();
    }
    expect(await list.calls("older")).toHaveLength(1);
    expect(await list.calls("newer")).toHaveLength(1);

    await list.stage("set", { isLoadingOlder: false });
    await list.wheel(50);
    await list.rest();
    await expect.poll(() => list.calls("older")).toHaveLength(2);
  });

  it("are not asked for on the way of a jump", async () => {
    const list = await parts.open({ from: 200, to: 280 });
    await list.jumpTo(240);
    await list.row(240).and(list.page.locator("[data-highlighted]")).waitFor();
    await list.rest();
    expect(await list.calls("older")).toEqual([]);
    await list.jumpTo(12);
    await expect.poll(() => list.calls("jump")).toEqual([{ name: "jump", value: 12 }]);
    await list.stage("hold", 1, 60, { hasNewer: true, hasOlder: false, highlightedSeq: 12 });
    await list.row(12).and(list.page.locator("[data-highlighted]")).waitFor();
    await list.rest();
    expect(await list.calls("newer")).toEqual([]);
    await list.wheel(20_000);
    await expect.poll(() => list.calls("newer")).toHaveLength(1);
  });

  it("put before, keep the place to the pixel while pictures above are not loaded yet", async () => {
    const list = await parts.open({ from: 60, to: 120 });
    await list.wheel(-1_200);
    await list.rest();
    const before = await list.anchor();
    await list.stage("prepend", 50);
    await list.rest();
    expect(Math.abs(((await list.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(1);
    // A row above the screen that grows late.
    await list.row(before.seq - 2).evaluate((row) => {
      row.style.paddingBottom = "180px";
    });
    await list.rest();
    expect(Math.abs(((await list.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(1);
  });
});

describe("the way to the latest", () => {
  const latest = (list: Awaited<ReturnType<typeof parts.open>>) => list.page.locator('[data-slot="jump-to-latest"]');

  it("counts others' messages since the end was left, and neither own ones nor system lines", async () => {
    const list = await parts.open({ to: 60 });
    await list.wheel(-800);
    await list.rest();
    await list.stage("append", 2);
    await list.stage("append", 1, { kind: "system", data: { type: "member.joined", users: [] } });
    await list.page.getByRole("button", { name: "Jump to latest, 2 new messages" }).click();
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
    expect(await latest(list).count()).toBe(0);
  });

  it("asks for the end where it is not held, and shows it when it comes", async () => {
    const list = await parts.open({ from: 1, to: 60 });
    await list.stage("set", { hasNewer: true });
    await latest(list).click();
    expect(await list.calls("latest")).toHaveLength(1);
    await list.stage("hold", 300, 360, { hasNewer: false, hasOlder: true });
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
    await list.row(360).waitFor();
  });

  const apart = async () => {
    const list = await parts.open({ from: 80, to: 140 });
    await list.stage("set", { hasNewer: true });
    await list.wheel(-1_500);
    await list.rest();
    await latest(list).click();
    return list;
  };

  it("leads to the end where the page that comes holds some of the same rows", async () => {
    const list = await apart();
    await list.stage("hold", 100, 160, { hasNewer: false });
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
    await list.row(160).waitFor();
    // The wish is fulfilled: who scrolls away later stays there, whatever is read again.
    await list.wheel(-800);
    await list.rest();
    await list.stage("set", { hasNewer: true });
    await list.stage("append", 1);
    await list.stage("set", { hasNewer: false });
    await list.rest();
    expect(await list.distance()).toBeGreaterThan(700);
  });

  it("leads there for an own message that was stored before that page came", async () => {
    const list = await parts.open({ from: 80, to: 140 });
    await list.stage("set", { hasNewer: true });
    await list.wheel(-1_500);
    await list.rest();
    await list.stage("append", 1, { author: me, clientId: "mine", local: { state: "sending" } });
    await expect.poll(() => list.calls("latest")).toHaveLength(1);
    await list.stage("hold", 80, 140);
    await list.stage("hold", 100, 160, { hasNewer: false });
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
  });

  it("is given up by a reader who scrolls away meanwhile", async () => {
    const list = await apart();
    await list.wheel(-300);
    await list.rest();
    const before = await list.anchor();
    await list.stage("hold", 100, 160, { hasNewer: false });
    await list.rest();
    // The last row is guessed until it was measured; by that much the place may be off where rows go and others come at once.
    expect(Math.abs(((await list.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(24);
  });

  it("is given up by a reader who goes there page by page, since the end did not come", async () => {
    const list = await apart();
    await list.stage("set", { isLoadingNewer: true });
    const before = await list.anchor();
    await list.stage("hold", 80, 160, { hasNewer: false, isLoadingNewer: false });
    await list.rest();
    expect(Math.abs(((await list.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(1);
  });

  it("is taken in one step by those who want less motion", async () => {
    const list = await parts.open({ to: 60 }, { reducedMotion: "reduce" });
    await list.wheel(-500);
    await list.rest();
    const places = await list.scroller.evaluate(async (box) => {
      const seen = new Set([box.scrollTop]);
      box.addEventListener("scroll", () => seen.add(box.scrollTop));
      document.querySelector<HTMLElement>('[data-slot="jump-to-latest"]')?.click();
      for (let at = 0; at < 30; at++) await new Promise(requestAnimationFrame);
      return seen.size;
    });
    expect(places).toBe(2);
    expect(await list.distance()).toBeLessThanOrEqual(1);
  });
});
