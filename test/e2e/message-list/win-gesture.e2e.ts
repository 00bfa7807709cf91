import { describe, expect, it } from "vitest";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

describe("a gesture of the reader", () => {
  // The events of a frame, in the order in which a busy page gets them: the turn of the wheel, then the scroll event of the list's own last
  // move; what the wheel moves is there before the event that tells of it.
  it("wins over a late scroll event of the list's own", async () => {
    const list = await parts.open({ to: 60 });
    await list.scroller.evaluate(async (box) => {
      window.stage.append(1);
      await Promise.resolve();
      box.dispatchEvent(new WheelEvent("wheel", { deltaY: -40, bubbles: true }));
      await new Promise(requestAnimationFrame);
      box.scrollTop -= 40;
      window.stage.append(1);
    });
    await list.rest();
    expect(await list.distance()).toBeGreaterThanOrEqual(40);
  });

  it("wins when it has reached the top before its event came", async () => {
    const list = await parts.open({ to: 60 });
    await list.scroller.evaluate((box) => {
      box.scrollTop = 0;
      box.dispatchEvent(new WheelEvent("wheel", { deltaY: -10_000, bubbles: true }));
      window.stage.append(1);
    });
    await list.rest();
    expect(await list.distance()).toBeGreaterThan(1_000);
    await list.row(1).waitFor();
  });

  it.each([-4, -40, -400])("of %i pixels of the wheel wins over messages that pour in", async (pixels) => {
    const list = await parts.open({ to: 40 });
    await list.scroller.hover();
    const pouring = list.page.evaluate(async () => {
      for (let at = 0; at < 25; at++) {
        window.stage.append(1);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
    });
    await list.page.mouse.wheel(0, pixels);
    await pouring;
    await list.rest();
    expect(await list.distance()).toBeGreaterThan(-pixels);
  });

  it("that moves nothing leaves the list at its end", async () => {
    const list = await parts.open({ to: 40 });
    await list.scroller.dispatchEvent("wheel", { deltaY: -40, bubbles: true });
    await expect
      .poll(async () => {
        await list.stage("append", 1);
        await list.rest();
        return list.distance();
      })
      .toBeLessThanOrEqual(1);
  });
});

describe("a gesture that moves nothing far from the end", () => {
  it("does not throw the reader there", async () => {
    const list = await parts.open({ to: 60 });
    await list.wheel(-20_000);
    await list.rest();
    await list.scroller.evaluate(async (box) => {
      box.dispatchEvent(new WheelEvent("wheel", { deltaY: -40, bubbles: true }));
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await list.distance()).toBeGreaterThan(1_000);
  });
});

describe("rows that were thrown away and read anew", () => {
  it("come back where the reader was", async () => {
    const list = await parts.open({ to: 80 });
    await list.wheel(-1_500);
    await list.rest();
    const before = await list.anchor();
    await list.stage("hold", 1, 0, { isLoading: true });
    await list.stage("hold", 20, 80, { isLoading: false, hasOlder: true });
    await list.rest();
    expect(Math.abs(((await list.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(1);
  });

  it("come back at the end for who was there", async () => {
    const list = await parts.open({ to: 80 });
    await list.stage("hold", 1, 0, { isLoading: true });
    await list.stage("hold", 20, 80, { isLoading: false, hasOlder: true });
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
  });
});
