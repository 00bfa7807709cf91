import { describe, expect, it } from "vitest";
import { useStage } from "../fixtures/stage.ts";
import { longConversation } from "./long-conversation.ts";

const stage = useStage();

describe("a click on a quote", () => {
  it("shows the message although it was not loaded, points it out, and pages both ways from there", async () => {
    const { open, say, ann } = await longConversation(stage, "Quote", 160);
    const answer = await say("An answer to the very old one", 12);
    const timeline = await open();
    await ann.page.locator(`[data-seq="${answer}"] [data-slot="quote"]`).click();
    const quoted = ann.page.locator('[data-slot="message"][data-seq="12"]');
    await quoted.and(ann.page.locator("[data-highlighted]")).waitFor();
    await timeline.rest();
    const box = await quoted.boundingBox();
    const list = await ann.page.locator('[data-slot="message-scroller"]').boundingBox();
    if (!box || !list) throw new Error("The message is not on screen.");
    const middle = (rect: { y: number; height: number }) => rect.y + rect.height / 2;
    expect(Math.abs(middle(box) - middle(list))).toBeLessThan(list.height / 3);
    await expect
      .poll(() => ann.page.locator('[data-slot="announcer"]').textContent())
      .toMatch(/^Showing the message of Bob Quote/);

    // The page around the quoted message ends well before this one.
    for (let turn = 0; turn < 60 && (await timeline.lastSeq()) < 60; turn++) {
      await timeline.wheel(600);
      await timeline.rest();
    }
    expect(await timeline.lastSeq()).toBeGreaterThanOrEqual(60);
    expect(await timeline.distance()).toBeGreaterThan(0);
    await ann.page.getByRole("button", { name: "Jump to latest" }).click();
    await ann.chat.message("An answer to the very old one").waitFor();
    await timeline.rest();
    expect(await timeline.distance()).toBeLessThanOrEqual(1);
  });

  it("brings an own message to the end from there", async () => {
    const { open, say, ann } = await longConversation(stage, "Far", 160);
    const answer = await say("An answer", 5);
    const timeline = await open();
    await ann.page.locator(`[data-seq="${answer}"] [data-slot="quote"]`).click();
    await ann.page.locator('[data-slot="message"][data-seq="5"]').waitFor();
    await timeline.rest();
    await ann.chat.send("Back at the end");
    await ann.chat.message("Back at the end").waitFor();
    await timeline.rest();
    expect(await timeline.distance()).toBeLessThanOrEqual(1);
    expect(await timeline.endOf(answer)).not.toBeNull();
  });
});

describe("a visit with much unread", () => {
  it("begins at the unread line, and is read only once the end was on screen", async () => {
    const { say, ann, name } = await longConversation(stage, "Unread", 20);
    for (let at = 1; at <= 30; at++) await say(`unread ${at}`);
    await ann.chat.row(name).getByText("30 unread messages").waitFor();
    await ann.chat.open(name);
    const line = ann.page.getByRole("separator", { name: "New messages from here" });
    await line.waitFor();
    const [list, at] = [await ann.page.locator('[data-slot="message-scroller"]').boundingBox(), await line.boundingBox()];
    if (!list || !at) throw new Error("The line is not on screen.");
    expect(at.y).toBeGreaterThanOrEqual(list.y);
    expect(at.y).toBeLessThan(list.y + 160);
    expect(await ann.chat.row(name).getByText("30 unread messages").count()).toBe(1);

    await ann.page.getByRole("button", { name: /^Jump to latest/ }).click();
    await ann.chat.message("unread 30").waitFor();
    await expect.poll(() => ann.chat.row(name).getByText("30 unread messages").count()).toBe(0);
  });
});
