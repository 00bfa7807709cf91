import { describe, expect, it } from "vitest";
import { me } from "../parts/make-messages.ts";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

describe("the unread line", () => {
  it("is where the visit began, and stays there while messages are read and come", async () => {
    const list = await parts.open({ to: 80, unread: 60 });
    const line = list.page.getByRole("separator", { name: "New messages from here" });
    await line.waitFor();
    const below = async () =>
      line.evaluate((at) => at.parentElement?.querySelector('[data-slot="message"]')?.getAttribute("data-seq"));
    expect(await below()).toBe("60");
    await list.stage("append", 3);
    await list.stage("read", me.id, 83);
    await list.rest();
    expect(await below()).toBe("60");
    expect(await line.count()).toBe(1);
  });

  it("when out of sight above leaves a banner, which leads there and can be done with", async () => {
    const list = await parts.open({ to: 120, unread: 40 });
    await list.rest();
    await list.page.locator('[data-slot="jump-to-latest"]').click();
    await list.rest();
    const banner = list.page.locator('[data-slot="unread-banner"]');
    await banner.getByRole("button", { name: "Mark all as read" }).click();
    expect(await list.calls("mark-all-read")).toHaveLength(1);
    await banner.getByRole("button", { name: "81 new messages" }).click();
    await list.page.getByRole("separator", { name: "New messages from here" }).waitFor();
    await list.rest();
    await list.row(40).waitFor();
    await banner.waitFor({ state: "detached" });
  });
});

describe("the end of the channel", () => {
  it("counts as seen once for each last message, and only at the end, in a visible tab, with nothing newer to load", async () => {
    const list = await parts.open({ to: 60 });
    await expect.poll(() => list.calls("bottom")).toEqual([{ name: "bottom", value: 60 }]);
    await list.wheel(-900);
    await list.rest();
    await list.stage("append", 2);
    await list.rest();
    expect(await list.calls("bottom")).toHaveLength(1);
    await list.wheel(20_000);
    await expect.poll(() => list.calls("bottom")).toHaveLength(2);

    await list.page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    });
    await list.stage("append", 1);
    await list.rest();
    expect(await list.calls("bottom")).toHaveLength(2);
    await list.page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "visible", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect.poll(() => list.calls("bottom")).toHaveLength(3);
    expect((await list.calls("bottom")).map((call) => call.value)).toEqual([60, 62, 63]);

    await list.stage("set", { hasNewer: true });
    await list.stage("append", 1);
    await list.rest();
    expect(await list.calls("bottom")).toHaveLength(3);
  });
});

describe("a screen reader", () => {
  const spoken = (list: Awaited<ReturnType<typeof parts.open>>) => list.page.locator('[data-slot="announcer"]').textContent();

  it("hears what others write, at most once a second, and neither own messages nor system lines", async () => {
    const list = await parts.open({ to: 30 });
    const heard = await list.page.evaluate(async () => {
      const region = document.querySelector('[data-slot="announcer"]');
      const said: { at: number; text: string }[] = [];
      const watch = new MutationObserver(() => said.push({ at: performance.now(), text: region?.textContent ?? "" }));
      if (region) watch.observe(region, { childList: true, characterData: true, subtree: true });
      for (let at = 0; at < 5; at++) {
        window.stage.append(1, { text: `news ${at}` });
        await new Promise(requestAnimationFrame);
      }
      window.stage.append(1, { kind: "system", text: "", data: { type: "member.joined", users: [] } });
      while (said.length < 2) await new Promise(requestAnimationFrame);
      return said;
    });
    expect(heard[0]?.text).toMatch(/: news 0$/);
    expect(heard[1]?.text).toBe("4 new messages");
    expect((heard[1]?.at ?? 0) - (heard[0]?.at ?? 0)).toBeGreaterThan(900);
    await list.stage("append", 1, { author: me, text: "Mine" });
    await list.rest();
    expect(await spoken(list)).toBe("4 new messages");
  });

  it("hears where a jump has led, and how much is unread where the list begins at the line", async () => {
    const list = await parts.open({ to: 80, unread: 60 });
    await expect.poll(() => spoken(list)).toBe("21 new messages");
    await list.jumpTo(10);
    await expect.poll(() => spoken(list)).toMatch(/^Showing the message of .*: quoted Line 10|^Showing the message of .*Line 10/);
  });

  it("finds one log and one live region", async () => {
    const list = await parts.open({ to: 30 });
    expect(await list.page.getByRole("log").count()).toBe(1);
    expect(await list.page.locator('[aria-live="polite"], [role="status"], [role="alert"]').count()).toBe(1);
  });
});
