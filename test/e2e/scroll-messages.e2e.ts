import { demoPeople } from "@chat/db/seed";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { call, enterAs, type Visitor } from "./fixtures/accounts.ts";
import { atRest, distanceToEnd, holdFrames, middleMessage, topOf, watchShifts } from "./fixtures/geometry.ts";
import { hydrated } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage({ seed: "demo" });
const [ada, mateo] = demoPeople as unknown as [(typeof demoPeople)[0], (typeof demoPeople)[0]];
const group = "Install & upgrade";

/** Ada with the largest group open, at its end, and a way to stop what the server sends her. */
async function adaReading(): Promise<Visitor & { frames: Awaited<ReturnType<typeof holdFrames>>; channelId: string }> {
  let frames: Awaited<ReturnType<typeof holdFrames>> | undefined;
  const visitor = await enterAs(stage, ada, { prepare: async (context) => (frames = await holdFrames(context)) });
  await visitor.chat.open(group);
  await visitor.chat.log.getByRole("article").first().waitFor();
  await toEnd(visitor);
  if (frames === undefined) throw new Error("The browser was not prepared.");
  return { ...visitor, frames, channelId: new URL(visitor.page.url()).pathname.slice("/c/".length) };
}

async function toEnd({ chat, page }: Visitor): Promise<void> {
  await atRest(chat.log);
  await chat.log.hover();
  await page.mouse.wheel(0, 100_000);
  await expect.poll(() => distanceToEnd(chat.log)).toBeLessThan(2);
  await atRest(chat.log);
}

async function scrollUp({ chat, page }: Visitor, pixels: number): Promise<void> {
  await chat.log.hover();
  await page.mouse.wheel(0, -pixels);
  await atRest(chat.log);
}

/** Somebody else who speaks, past the screens. */
async function mateoWrites() {
  const visitor = await enterAs(stage, mateo);
  let at = 0;
  return {
    ...visitor,
    say: (channelId: string, text: string) =>
      call<{ id: string; seq: number }>(visitor, "message.send", {
        channelId,
        clientId: `mateo-${Date.now()}-${(at += 1)}`,
        text,
      }),
  };
}

describe("older messages", () => {
  it("come in above without moving what is read, page after page", async () => {
    const reader = await adaReading();
    const { chat, frames, page } = reader;
    for (let at = 1; at <= 4; at += 1) {
      frames.hold();
      // Near enough to the top to ask for more, and not so near that the first row is seen losing its author's name to the page above.
      await scrollUp(reader, (await chat.log.evaluate((box) => box.scrollTop)) - 600);
      await page.getByText("Loading earlier messages").waitFor();
      const height = await chat.log.evaluate((box) => box.scrollHeight);
      const held = await middleMessage(chat.log);
      const shifts = await watchShifts(page);
      frames.release();
      await expect.poll(() => chat.log.evaluate((box) => box.scrollHeight)).toBeGreaterThan(height);
      await atRest(chat.log);
      expect(Math.abs((await topOf(chat.log, held.id)) - held.top), `page ${at}`).toBeLessThanOrEqual(1);
      expect(await shifts(), `page ${at}`).toEqual([]);
    }
  });
});

describe("a message that arrives", () => {
  it("while older ones are read moves nothing, and is counted on the way to it", async () => {
    const reader = await adaReading();
    const { chat, page, channelId } = reader;
    const other = await mateoWrites();
    await scrollUp(reader, 900);
    const held = await middleMessage(chat.log);
    const shifts = await watchShifts(page);
    for (let at = 1; at <= 3; at += 1) await other.say(channelId, `News ${at}, ${"with some more words ".repeat(at * 8)}`);
    const pill = chat.button("Jump to latest, 3 new messages");
    await pill.waitFor();
    await atRest(chat.log);
    expect(Math.abs((await topOf(chat.log, held.id)) - held.top)).toBeLessThanOrEqual(1);
    expect((await shifts()).filter((shift) => !shift.includes("jump-to-latest"))).toEqual([]);

    await pill.click();
    await chat.message("News 3").waitFor();
    await expect.poll(() => distanceToEnd(chat.log)).toBeLessThan(2);
    await page.getByRole("button", { name: /^Jump to latest/ }).waitFor({ state: "hidden" });
  });

  it("at the end comes into view, and neither list nor composer move", async () => {
    const reader = await adaReading();
    const { chat, page, channelId } = reader;
    const other = await mateoWrites();
    const edges = () =>
      page.evaluate(() =>
        ["message-list", "composer", "channel-header", "channel-list"].map((slot) =>
          JSON.stringify(document.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect()),
        ),
      );
    const before = await edges();
    const shifts = await watchShifts(page);
    for (let at = 1; at <= 5; at += 1) {
      await other.say(channelId, `Line ${at}\n\n${"and another line\n".repeat(at)}`);
      await chat.message(`Line ${at}`).waitFor();
      await expect.poll(() => distanceToEnd(chat.log)).toBeLessThan(2);
    }
    await atRest(chat.log);
    expect(await edges()).toEqual(before);
    // Rows of the list of conversations change places when something is said; that is their business.
    expect((await shifts()).filter((shift) => !shift.includes("channel-list-item"))).toEqual([]);
  });
});

describe("a list that is made narrower or lower", () => {
  it("stays at its end", async () => {
    const { chat, page } = await adaReading();
    const atEnd = () => expect.poll(() => distanceToEnd(chat.log)).toBeLessThan(2);
    await page.getByRole("button", { name: "Details", exact: true }).click();
    await page.getByRole("complementary", { name: "Group details" }).waitFor();
    await atEnd();
    await page.getByRole("button", { name: "Close details" }).click();
    await atEnd();
    await page.setViewportSize({ width: 700, height: 500 });
    await atEnd();
    await chat.composer.fill("several\nlines\nof\ntext");
    await atEnd();
    await atRest(chat.log);
    await atEnd();
    await page.getByRole("button", { name: /^Jump to latest/ }).waitFor({ state: "hidden" });
  });
});

describe("a link to a message", () => {
  it("opens the channel there, and the way to the latest leads back", async () => {
    const reader = await adaReading();
    const { pathname } = new URL(reader.page.url());
    await reader.page.goto("/");
    await reader.page.goto(`${pathname}#m40`);
    const linked = reader.chat.log.locator('[role="article"][data-seq="40"]');
    await linked.waitFor();
    await atRest(reader.chat.log);
    const place = await linked.evaluate((row) => row.getBoundingClientRect().top);
    expect(place).toBeGreaterThan(56);
    expect(place).toBeLessThan(744);
    await reader.page.getByRole("button", { name: /^Jump to latest/ }).click();
    await expect.poll(() => distanceToEnd(reader.chat.log)).toBeLessThan(2);
    await linked.waitFor({ state: "detached" });
    await reader.page.getByRole("button", { name: /^Jump to latest/ }).waitFor({ state: "hidden" });
  });
});

describe("the first paint", () => {
  it("holds conversations and messages before any script ran, where they stay when the page comes to life", async () => {
    const reader = await adaReading();
    const { pathname } = new URL(reader.page.url());
    await expect.poll(() => reader.page.title()).toBe(`(${await unreadElsewhere(reader)}) ${group} — @chat`);
    const bare = await stage.visit({ javaScriptEnabled: false });
    await bare.addCookies(await reader.context.cookies());
    const page = await bare.newPage();
    await page.goto(pathname);
    const list = page.getByRole("region", { name: "Conversations" });
    await list.getByRole("listitem").filter({ hasText: group }).waitFor();
    await page.getByRole("textbox", { name: `Message ${group}` }).waitFor();
    const painted = await visibleRows(page.getByRole("log", { name: "Messages" }));
    expect(painted.length).toBeGreaterThan(5);

    await reader.page.reload();
    await hydrated(reader.page);
    await atRest(reader.chat.log);
    expect(await distanceToEnd(reader.chat.log)).toBeLessThan(2);
    expect(await reader.page.title()).toContain(`${group} — @chat`);
    const alive = await visibleRows(reader.chat.log);
    expect(alive.map(({ seq }) => seq)).toEqual(painted.map(({ seq }) => seq));
    for (const [at, { seq, top }] of alive.entries())
      expect(Math.abs(top - (painted[at]?.top ?? 0)), `message ${seq}`).toBeLessThanOrEqual(1);
  });
});

/** The messages that are wholly on screen, and where. */
function visibleRows(log: Locator): Promise<{ seq: string; top: number }[]> {
  return log.evaluate((box) => {
    const { top, bottom } = box.getBoundingClientRect();
    const rows = [...box.querySelectorAll<HTMLElement>('[role="article"]')].map((row) => ({
      seq: row.dataset["seq"] ?? "",
      rect: row.getBoundingClientRect(),
    }));
    return rows.filter(({ rect }) => rect.top >= top && rect.bottom <= bottom).map(({ seq, rect }) => ({ seq, top: rect.top }));
  });
}

/** What the badges of the other conversations, and of threads, add up to. */
async function unreadElsewhere({ page, chat }: Visitor): Promise<number> {
  const threads = page.locator('[data-slot="threads-button"]').getByText(/^\d+ new repl(y|ies)$/);
  const badges = await chat.list
    .getByText(/^\d+ unread messages?$/)
    .or(threads)
    .allTextContents();
  return badges.map(Number.parseFloat).reduce((sum, count) => sum + count, 0);
}
