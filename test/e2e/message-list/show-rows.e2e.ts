import { describe, expect, it } from "vitest";
import { me } from "../parts/make-messages.ts";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

describe("days", () => {
  it("begin at the reader's midnight, and what stands above the screen is named while it scrolls", async () => {
    const open = async (timezoneId: string) => {
      const list = await parts.open({ from: 312, to: 326 }, { timezoneId, viewport: { width: 800, height: 1_000 } });
      // Three minutes each from 8:00 UTC on: 320 is midnight in London, and all of them are the next day in Tokyo.
      const seqs = await list.page
        .locator('[data-slot="day"]')
        .evaluateAll((days) =>
          days.map((day) => [
            day.getAttribute("data-day"),
            day.parentElement?.querySelector('[data-slot="message"]')?.getAttribute("data-seq"),
          ]),
        );
      return { list, seqs };
    };
    const london = await open("Europe/London");
    expect(london.seqs).toContainEqual(["2026-11-21", "320"]);
    const tokyo = await open("Asia/Tokyo");
    expect(tokyo.seqs.map(([day]) => day)).not.toContain("2026-11-20");

    await london.list.page.setViewportSize({ width: 800, height: 500 });
    await london.list.rest();
    const chip = london.list.page.locator('[data-slot="day-chip"]');
    const states = await chip.evaluateHandle((at) => {
      const seen: string[] = [];
      new MutationObserver(() => seen.push(`${at.dataset["state"]} ${at.textContent}`)).observe(at, { attributes: true });
      return seen;
    });
    for (let turn = 0; turn < 4; turn++) await london.list.wheel(-60);
    await london.list.page.locator('[data-slot="day-chip"][data-state="hidden"]').waitFor();
    await expect.poll(() => states.jsonValue()).toContainEqual(expect.stringMatching(/^shown \S/));
  });
});

describe("grouping", () => {
  it("names an author once in five minutes, and anew after a gap, another author or a day", async () => {
    const list = await parts.open({ to: 3 });
    const at = (minutes: number) => ({ createdAt: new Date(Date.UTC(2026, 10, 20, 9, minutes)).toISOString() });
    for (const minutes of [0, 4, 9, 15]) await list.stage("append", 1, { author: me, ...at(minutes) });
    await list.rest();
    const starts = await list.page
      .locator('[data-slot="message"]')
      .evaluateAll((rows) => rows.map((row) => row.hasAttribute("data-starts-group")));
    expect(starts.slice(-4)).toEqual([true, false, false, true]);
  });
});

describe("an own message", () => {
  it("is the same row from sending to stored, with no flicker and no double", async () => {
    const list = await parts.open({ to: 30 });
    const pending = { author: me, clientId: "own-1", text: "On its way", local: { state: "sending" as const } };
    await list.stage("append", 1, pending);
    const row = list.page.locator('[data-slot="message"]', { hasText: "On its way" });
    await row.and(list.page.locator('[data-state="sending"]')).waitFor();
    await row.evaluate((element) => {
      (window as unknown as { kept: Element }).kept = element;
    });
    const gaps = await list.page.evaluate(async () => {
      let missing = 0;
      const look = () => {
        if (!document.querySelector('[data-slot="message-scroller"]')?.textContent.includes("On its way")) missing++;
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { childList: true, subtree: true });
      window.stage.change(31, { local: undefined, version: 31 });
      for (let at = 0; at < 5; at++) await new Promise(requestAnimationFrame);
      watch.disconnect();
      return missing;
    });
    expect(gaps).toBe(0);
    await row.and(list.page.locator('[data-state="stored"]')).waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.evaluate((element) => (window as unknown as { kept: Element }).kept === element)).toBe(true);
  });

  it("that failed says why", async () => {
    const list = await parts.open({ to: 10 });
    await list.stage("append", 1, {
      author: me,
      text: "Too quick",
      local: { state: "failed", reason: "RATE_LIMITED", retryAfterMs: 1_000 },
    });
    await list.page.getByText("Not sent: That was too fast. Wait a moment.").waitFor();
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
  });
});

describe("loading", () => {
  it("shows rows of grey only after 200 ms", async () => {
    const list = await parts.open({ to: 10 });
    const opacities = await list.page.evaluate(async () => {
      window.stage.hold(1, 0, { isLoading: true });
      await new Promise(requestAnimationFrame);
      const skeleton = document.querySelector('[data-slot="list-skeleton"]');
      const motion = skeleton?.getAnimations()[0];
      motion?.pause();
      const at = (ms: number) => {
        if (motion) motion.currentTime = ms;
        return skeleton ? Number(getComputedStyle(skeleton).opacity) : Number.NaN;
      };
      return [at(0), at(190), at(400)];
    });
    expect(opacities).toEqual([0, 0, 1]);
  });
});
