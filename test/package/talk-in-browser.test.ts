import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, onTestFailed } from "vitest";
import { launchBrowser } from "../e2e/fixtures/launch-browser.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { buildPage, servePage, type PageServer } from "./serve-page.ts";

const { react18, react19 } = inject("hosts");
const own = "https://chat.example.com";

let stack: AsyncDisposableStack;
let browser: Browser;
let page: PageServer;
let server: TestServer;
beforeAll(async () => {
  stack = new AsyncDisposableStack();
  page = stack.use(await servePage());
  server = stack.use(await startServer({ allowedOrigins: [page.url] }));
  browser = await launchBrowser();
  stack.defer(() => browser.close());
});
afterAll(() => stack.disposeAsync());

it.each([
  { depth: "everything", example: "whole-messenger", name: "WholeMessenger", host: react18, picksChannel: true },
  { depth: "screens", example: "own-screens", name: "OwnScreens", host: react19, picksChannel: true },
  { depth: "parts", example: "own-parts", name: "OwnParts", host: react19, picksChannel: false },
])("two people talk through the guide's example of $depth", async ({ example, name, host, picksChannel }) => {
  const key = `order:${example}`;
  const [calls, ofBen] = await Promise.all(
    ["Ann", "Ben"].map(async (who) => {
      const { headers } = await server.tokenUser(`${who}-${example}`, { name: who, rooms: [key] });
      return server.chat.callerFor(new Headers(headers));
    }),
  );
  if (calls === undefined || ofBen === undefined) throw new Error("Nobody is there.");
  const { channel } = await calls.channel.ensure({ key, name: "Order 4711" });
  await ofBen.channel.ensure({ key });
  const send = (text: string) => calls.message.send({ channelId: channel.id, clientId: crypto.randomUUID(), text });
  await send("Hello **Ben**");

  // The guide's example as it stands, compiled, but for the address of the server.
  const file = path.join(host, "out/examples", `${example}.js`);
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replaceAll(own, server.url));
  page.answer("/chat-token", "text/plain", await signToken(`Ben-${example}`, { name: "Ben", rooms: [key] }));
  await buildPage(
    host,
    `import { createChatClient } from "@chat/client";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { ${name} } from "./examples/${example}.js";
const getToken = async () => (await fetch("/chat-token")).text();
const client = createChatClient({ url: ${JSON.stringify(server.url)}, getToken });
createRoot(document.querySelector("main")).render(createElement(${name}, { client, channelId: ${JSON.stringify(channel.id)} }));`,
    page,
  );

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  stack.defer(() => context.close());
  context.setDefaultTimeout(15_000);
  const problems: string[] = [];
  context.on("weberror", (error) => problems.push(error.error().stack ?? error.error().message));
  onTestFailed(() => console.error(problems.join("\n")));
  const tab = await context.newPage();
  await tab.goto(page.url);
  if (picksChannel) await tab.getByText("Order 4711").first().click();
  await tab.locator('[data-slot="message"] strong', { hasText: "Ben" }).waitFor();
  await send("Are you there?");
  await tab.locator('[data-slot="message"]', { hasText: "Are you there?" }).waitFor();

  await tab.getByRole("textbox", { name: /^Message / }).fill("Here I am");
  await tab.keyboard.press("Enter");
  await expect
    .poll(async () => (await calls.message.list({ channelId: channel.id, limit: 10 })).items.at(-1)?.text)
    .toBe("Here I am");
  await tab.locator('[data-slot="message"]:not([data-state="sending"])', { hasText: "Here I am" }).waitFor();
  if (process.env.CHAT_SHOTS) await tab.screenshot({ path: `${process.env.CHAT_SHOTS}/${example}.png` });
  expect(problems).toEqual([]);
});
