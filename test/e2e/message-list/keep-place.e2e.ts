import { describe, expect, it } from "vitest";
import { useStage } from "../fixtures/stage.ts";
import { longConversation } from "./long-conversation.ts";

const stage = useStage();
const LENGTH = 160;

describe("at the end of a conversation", () => {
  it("stays there while others write and while a message grows", async () => {
    const { open, say, ann } = await longConversation(stage, "End", 40);
    const timeline = await open();
    expect(await timeline.distance()).toBeLessThanOrEqual(1);
    for (const text of ["short", "long ".repeat(200), "with\nmany\nlines\nin\nit"]) {
      const seq = await say(text);
      await ann.page.locator(`[data-slot="message"][data-seq="${seq}"]`).waitFor();
      await timeline.rest();
      expect(await timeline.distance()).toBeLessThanOrEqual(1);
    }
    // What grows late, such as a picture that has loaded.
    await ann.page
      .locator('[data-slot="markdown"]')
      .last()
      .evaluate((text) => {
        text.style.paddingBottom = "240px";
      });
    await timeline.rest();
    expect(await timeline.distance()).toBeLessThanOrEqual(1);
  });

  it("lets a turn of the wheel win over messages that pour in", async () => {
    const { open, say } = await longConversation(stage, "Pour", 40);
    const timeline = await open();
    const pouring = (async () => {
      for (let at = 0; at < 25; at++) await say(`pouring ${at}`);
    })();
    await timeline.wheel(-300);
    await pouring;
    await timeline.rest();
    expect(await timeline.distance()).toBeGreaterThan(250);
  });
});

describe("away from the end", () => {
  it("does not move for others, counts what they write, and goes back with one click", async () => {
    const { open, say, ann } = await longConversation(stage, "Away", 60);
    const timeline = await open();
    await timeline.wheel(-900);
    await timeline.rest();
    const before = await timeline.anchor();
    for (let at = 1; at <= 3; at++) await say(`news ${at}`);
    const button = ann.page.getByRole("button", { name: "Jump to latest, 3 new messages" });
    await button.waitFor();
    await timeline.rest();
    expect(Math.abs(((await timeline.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(1);

    await button.click();
    await ann.chat.message("news 3").waitFor();
    await timeline.rest();
    expect(await timeline.distance()).toBeLessThanOrEqual(1);
    expect(await ann.page.locator('[data-slot="jump-to-latest"]').count()).toBe(0);
  });

  it("goes to the end for an own message", async () => {
    const { open, ann } = await longConversation(stage, "Own", 60);
    const timeline = await open();
    await timeline.wheel(-1_500);
    await timeline.rest();
    expect(await timeline.distance()).toBeGreaterThan(800);
    await ann.chat.send("Mine");
    await ann.chat.message("Mine").waitFor();
    await timeline.rest();
    expect(await timeline.distance()).toBeLessThanOrEqual(1);
  });
});

describe("with older messages above", () => {
  it("asks for none before the reader scrolls, then once a page, and keeps its place to the pixel", async () => {
    const { ann, open } = await longConversation(stage, "Old", LENGTH);
    const asked: number[] = [];
    let answer = Promise.withResolvers<void>();
    await ann.context.routeWebSocket(/\/api\/trpc/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage(async (frame) => {
        const before = /"before":(\d+).*"path":"message\.list"/.exec(String(frame))?.[1];
        if (before !== undefined) {
          asked.push(Number(before));
          await answer.promise;
        }
        server.send(frame);
      });
    });
    const timeline = await open();
    expect(asked).toEqual([]);

    for (let page = 1; page <= 2; page++) {
      await timeline.toTop();
      await timeline.rest();
      await timeline.wheel(-50);
      await timeline.rest();
      expect(asked).toHaveLength(page);
      const before = await timeline.anchor();
      answer.resolve();
      await expect.poll(() => timeline.firstSeq()).toBeLessThan(before.seq);
      await timeline.rest();
      expect(Math.abs(((await timeline.endOf(before.seq)) ?? Number.NaN) - before.end)).toBeLessThanOrEqual(1);
      answer = Promise.withResolvers<void>();
    }
    answer.resolve();
    await expect.poll(async () => (await timeline.toTop(), timeline.firstSeq()), { timeout: 20_000 }).toBeLessThanOrEqual(3);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
