import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoBarrier, findBarriers } from "../../fixtures/find-barriers.ts";
import { newAccount, signUp } from "../fixtures/accounts.ts";
import { layKeyboardOver, raiseKeyboard } from "../fixtures/raise-keyboard.ts";
import { phone } from "../fixtures/stage.ts";
import { useShop } from "./use-shop.ts";
import { watchTokens } from "./watch-tokens.ts";
import { watchHeaders } from "./watch-headers.ts";

/** Renewed after 80 % of it: soon enough to be seen here, and with time to spare on a busy machine. */
const tokenSeconds = 20;
/** By so much may the clocks of shop and chat differ. */
const toleranceMs = 60_000;
const shop = await useShop({ tokenSeconds });

test("a customer and the workshop talk in the order's room, and show orders in it", async () => {
  const [mira, noor] = await Promise.all([shop.enter("Mira"), shop.enter("Noor")]);
  await Promise.all([mira.openOrder("4711"), noor.openOrder("4711")]);
  await mira.chat.send("Is the long plate fired yet?");
  await noor.chat.message("Is the long plate fired yet?").last().waitFor();
  await noor.chat.send("This morning. It goes out today.");
  await mira.chat.message("It goes out today.").last().waitFor();

  expect(await mira.chat.button("Details").count(), "a button that the shop does not wire").toBe(0);

  const pictures = () => picturesIn(mira.page);
  await expect.poll(pictures).toContainEqual([`${shop.url}/people/noor.png`, 160]);
  const roomPicture = expect.stringContaining(`${shop.stage.app.url}/api/images/`) as unknown;
  await expect.poll(pictures).toContainEqual([roomPicture, 256]);

  await mira.chat.button("Show an order").click();
  await mira.page.getByRole("menuitem", { name: "Order 4688" }).click();
  const card = noor.chat.log.getByRole("link", { name: /Order 4688/ });
  await expect.poll(() => card.innerText()).toMatch(/1 × Tall vase\s+shipped\s+€94\.00/);
  // The page tells the server of its reads a moment later; one that ends before leaves them unread to the test that counts.
  await expect.poll(() => unreadOf("Noor")).toBe(0);
  await card.click();
  await noor.page.getByRole("heading", { name: "Order 4688", level: 1 }).waitFor();
});

test("the order's room stands over a keyboard that lies over the page, and only then", async () => {
  const mira = await shop.enter("Mira", { ...phone, prepare: layKeyboardOver });
  await mira.openOrder("4711");
  const bottom = async () => {
    const box = await mira.chat.composer.boundingBox();
    return Math.round(box!.y + box!.height);
  };
  // Out of sight below, nothing covers it.
  await mira.page.evaluate(() => scrollTo(0, 0));
  const below = await bottom();
  await raiseKeyboard(mira.page, 0);
  expect(await bottom()).toBe(below);
  await mira.chat.composer.scrollIntoViewIfNeeded();
  await raiseKeyboard(mira.page, 300);
  await mira.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(bottom).toBeLessThan(phone.viewport.height - 300);
  await raiseKeyboard(mira.page, 0);
  await expect.poll(bottom).toBeGreaterThan(phone.viewport.height - 300);
});

test("the shop's own header counts what is unread, until it is read", async () => {
  const [jonas, noor] = await Promise.all([shop.enter("Jonas"), shop.enter("Noor")]);
  await Promise.all([jonas.openOrder("4702"), noor.openOrder("4702")]);
  await expect.poll(() => countOn(noor.headerBadge)).toBe(0);
  await expect.poll(() => unreadOf("Noor")).toBe(0);
  await noor.page.goto("/");
  const row = noor.page.getByRole("link", { name: "Order 4702" });
  await row.waitFor();
  await jonas.chat.send("The lid does not fit.");
  await jonas.chat.send("Could you have a look?");
  await expect.poll(() => countOn(noor.headerBadge)).toBe(2);
  await row.getByText("2 new").waitFor();
  await noor.openOrder("4702");
  await noor.chat.message("Could you have a look?").last().waitFor();
  await expect.poll(() => countOn(noor.headerBadge)).toBe(0);
});

test("the floating messenger holds all conversations, and is no barrier in light or dark", async () => {
  const mira = await shop.enter("Mira");
  await mira.page.getByRole("button", { name: "Open messages" }).click();
  const panel = mira.page.getByRole("complementary", { name: "Messages" });
  await panel.getByText("Order 4688").first().waitFor();
  expect(await panel.getByRole("button", { name: /New message|New group|Browse groups|Profile/ }).count()).toBe(0);
  await mira.chat.open("Order 4711");
  await mira.chat.message("thank you for your order!").waitFor();
  await expectNoBarrier(mira.page, "the messenger in the shop");
  await mira.page.getByRole("button", { name: "Show it dark" }).click();
  await mira.page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
  expect(await findBarriers(mira.page, { isPage: true, colours: true }), "in the dark").toEqual([]);

  await mira.chat.button("Add an emoji").click();
  await mira.page.getByRole("gridcell").first().waitFor();
  await mira.page.keyboard.press("Escape");
  await mira.page.getByRole("button", { name: "Close messages" }).click();
  await expect.poll(() => panel.count()).toBe(0);
});

test("no cookie of the chat's own site goes along, and nothing needs one", async () => {
  const mira = await shop.enter("Mira", {
    // The same browser is signed in to the chat's own site, as somebody else.
    prepare: (context) => signUp(context, shop.stage.app.url, newAccount("Local")),
  });
  expect((await mira.page.context().cookies(shop.stage.app.url)).length).toBeGreaterThan(0);
  const sent = await watchHeaders(mira.page);
  await mira.page.reload();
  await mira.openOrder("4711");
  await mira.chat.send("Nobody but Mira wrote this.");
  await mira.chat.message("Nobody but Mira wrote this.").last().waitFor();
  const to = (url: string) => sent().filter(({ host }) => host === new URL(url).host);
  expect(to(shop.url).some(({ names }) => names.includes("cookie"))).toBe(true);
  expect(new Set(to(shop.stage.app.url).map(({ kind }) => kind))).toEqual(new Set(["socket", "request"]));
  expect(to(shop.stage.app.url).filter(({ names }) => names.includes("cookie"))).toEqual([]);
});

test("the socket outlives its token: a new one is asked for in time, and nothing is lost meanwhile", async () => {
  const [mira, noor] = await Promise.all([shop.enter("Mira"), shop.enter("Noor")]);
  const seen = watchTokens(mira.page);
  await mira.page.reload();
  await Promise.all([mira.openOrder("4688"), noor.openOrder("4688")]);
  const sent: string[] = [];
  // On past the end of the first token, which is renewed before.
  while (seen.sockets === 0 || Date.now() < (seen.ends[0] ?? 0)) {
    const text = `Line ${sent.length + 1}`;
    sent.push(text);
    await mira.chat.send(text);
    await noor.chat.message(text).last().waitFor();
  }
  await expect.poll(() => seen.renewedTo.length).toBe(1);
  expect(seen).toEqual({
    sockets: 1,
    ends: [expect.any(Number), expect.any(Number)],
    renewedTo: [(seen.ends[1] ?? 0) + toleranceMs],
  });
  const lines = async () => (await noor.chat.texts()).filter((text) => text.startsWith("Line "));
  await expect.poll(async () => (await lines()).slice(-5)).toEqual(sent.slice(-5));
});

test("a page of an origin that the chat does not know says so, and sees nothing", async () => {
  const at = `http://other.localhost:${shop.port}`;
  const mira = await shop.enter("Mira", { at, expects: /WebSocket connection|CORS policy|ERR_FAILED|403/ });
  const frames: unknown[] = [];
  mira.page.on("websocket", (socket) => socket.on("framereceived", (frame) => frames.push(frame)));
  await mira.page.getByRole("link", { name: "Order 4711" }).click();
  await mira.page.getByText(`The chat server does not know ${at}.`).waitFor();
  await mira.page.getByRole("button", { name: "Open messages" }).click();
  await mira.page.getByText("The chat does not let this page in.").waitFor();
  expect(frames).toEqual([]);
  expect(await mira.page.getByText("thank you for your order!").count()).toBe(0);
  expect(await mira.headerBadge.count()).toBe(0);
});

test("a page whose own policy forbids sockets to the chat talks over streams", async () => {
  const chat = shop.stage.app.url;
  const mira = await shop.enter("Mira", {
    expects: /Content Security Policy/,
    prepare: (context) => context.addInitScript(addPolicy, `connect-src 'self' ${chat}`),
  });
  const noor = await shop.enter("Noor");
  await Promise.all([mira.openOrder("4711"), noor.openOrder("4711")]);
  const state = await mira.page.evaluate((url) => new WebSocket(url).readyState, `${chat.replace(/^http/, "ws")}/api/trpc`);
  expect(state).toBe(3);
  await mira.chat.send("Only streams reach me.");
  await noor.chat.message("Only streams reach me.").last().waitFor();
  await noor.chat.send("And this came to you at once.");
  await mira.chat.message("And this came to you at once.").last().waitFor();
});

test("a room that the chat did not open says so, and opens when it is tried again", async () => {
  let refuses = true;
  const mira = await shop.enter("Mira", {
    prepare: (context) =>
      context.routeWebSocket(/\/api\/trpc/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((text) => {
          const calls = refuses ? callsIn(String(text)) : [];
          const asked = calls.filter(({ params }) => params?.path === "channel.ensure");
          if (asked.length === 0) return server.send(text);
          const data = { code: "NOT_FOUND", httpStatus: 404, path: "channel.ensure", reason: "NOT_FOUND" };
          for (const { id } of asked) socket.send(JSON.stringify({ id, error: { code: -32_004, message: "Not found", data } }));
          server.send(JSON.stringify(calls.filter((call) => !asked.includes(call))));
        });
      }),
  });
  // Signed in; before, the shop signs no token.
  const order = mira.page.getByRole("link", { name: "Order 4688" });
  await order.waitFor();
  // A room in which somebody is already needs no call to open.
  const { data } = await callChat<{ channel: { id: string } }>(mira.page, "channel.ensure", { key: "order:4688" });
  expect((await callChat(mira.page, "channel.leave", { channelId: data?.channel.id })).status).toBe(200);
  await order.click();
  await mira.page.getByText("The chat could not be opened").waitFor();
  refuses = false;
  await mira.page.getByRole("button", { name: "Try again" }).click();
  await mira.chat.composer.waitFor();
  await mira.chat.log.getByText("Mira Halloran joined").last().waitFor();
});

test("a stranger's order is not there, in the shop or in the chat", async () => {
  const jonas = await shop.enter("Jonas", { path: "/orders/4711", expects: /404 .*channel\.ensure/ });
  await jonas.page.getByText("There is no order 4711 of yours.").waitFor();
  const ensure = async (key: string) => {
    const { status, error } = await callChat(jonas.page, "channel.ensure", { key });
    return [status, error?.data.reason, error?.message];
  };
  const stranger = await ensure("order:4711");
  expect(stranger.slice(0, 2)).toEqual([404, "NOT_FOUND"]);
  expect(await ensure("order:9999")).toEqual(stranger);
  expect((await ensure("order:4702"))[0]).toBe(200);
});

test("who is banned from the chat reads in the shop why and until when, and appeals there", async () => {
  const jonas = await shop.enter("Jonas");
  await jonas.openOrder("4702");
  const { sql } = shop.stage.app;
  const [ban] = await sql<{ id: string }>(
    `INSERT INTO "Sanction" (id, type, "userId", reason, until)
     SELECT gen_random_uuid(), 'ban', id, 'Insults', now() + interval '1 day' FROM "User" WHERE name LIKE 'Jonas%' RETURNING id`,
  );
  const notice = jonas.page.locator('[data-slot="sanction-notice"]');
  await notice.getByRole("heading", { name: "You are banned from this site" }).waitFor();
  await notice.getByText("Insults").waitFor();
  expect(await jonas.chat.composer.count()).toBe(0);
  await jonas.page.reload();
  await notice.getByRole("button", { name: "Appeal" }).click();
  await notice.getByRole("textbox").fill("It was the parrot");
  await notice.getByRole("button", { name: "Send appeal" }).click();
  await notice.getByText("You appealed. A moderator has not decided yet.").waitFor();
  expect(await sql(`SELECT text FROM "Appeal" WHERE "sanctionId" = $1`, [ban?.id])).toEqual([{ text: "It was the parrot" }]);

  await sql(`UPDATE "Sanction" SET "liftedAt" = now() WHERE id = $1`, [ban?.id]);
  await jonas.page.reload();
  await jonas.chat.composer.waitFor();
});

/** What goes up a socket of tRPC's. */
interface Call {
  id: number;
  params?: { path: string };
}

/** None in a sign of life. */
function callsIn(text: string): Call[] {
  return /^[[{]/.test(text) ? [JSON.parse(text) as Call | Call[]].flat() : [];
}

interface Answer<T> {
  readonly status: number;
  readonly data?: T | undefined;
  readonly error?: { message: string; data: { reason: string } } | undefined;
}

/** Calls a procedure of the chat as the customer of the page, past the kit. */
function callChat<T>(page: Page, procedure: string, input: object): Promise<Answer<T>> {
  return page.evaluate(
    async ({ url, body }) => {
      const { token } = (await (await fetch("/api/chat-token", { method: "POST" })).json()) as { token: string };
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const response = await fetch(url, { method: "POST", headers, body });
      const { result, error } = (await response.json()) as { result?: { data: T }; error?: Answer<T>["error"] };
      return { status: response.status, data: result?.data, error };
    },
    { url: `${shop.stage.app.url}/api/trpc/${procedure}`, body: JSON.stringify(input) },
  );
}

/** What the server counts as unread by those of this name, over all rooms. */
async function unreadOf(name: string): Promise<number> {
  const [row] = await shop.stage.app.sql<{ unread: number }>(
    `SELECT sum(head."messageCount" - member."cursorCount")::int AS unread FROM "Member" member
     JOIN "ChannelHead" head USING ("channelId") JOIN "User" person ON person.id = member."userId" WHERE person.name LIKE $1`,
    [`${name}%`],
  );
  return row?.unread ?? 0;
}

/** As if the page had one policy more; to Chromium a name of http gives no leave to a socket. */
function addPolicy(policy: string): void {
  new MutationObserver((_, observer) => {
    if (document.head === null) return;
    observer.disconnect();
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = policy;
    document.head.append(meta);
  }).observe(document, { childList: true, subtree: true });
}

/** In one look: a badge that goes between two would be waited for until the end. */
async function countOn(badge: Locator): Promise<number> {
  const [shown = "0"] = await badge.allInnerTexts();
  return Number(shown);
}

/** Address and width of each picture; width 0 is one that did not load. */
function picturesIn(page: Page): Promise<[string, number][]> {
  return page
    .locator("img")
    .evaluateAll((images) => images.map((image) => [(image as HTMLImageElement).src, (image as HTMLImageElement).naturalWidth]));
}
