import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { node } from "../../scripts/workspace/paths.mjs";
import { launchBrowser } from "../e2e/fixtures/launch-browser.ts";
import { startServer } from "../fixtures/server.ts";
import { tokenSecret } from "../fixtures/sign-token.ts";
import { runProgram } from "./run-program.ts";
import { buildPage, servePage } from "./serve-page.ts";

const hosts = inject("hosts");

it.each(["react18", "react19"] as const)(
  "the README's host signs its customer in to the room of an order, and there they talk, with %s",
  async (name) => {
    const host = hosts[name];
    await using page = await servePage();
    await using server = await startServer({ allowedOrigins: [page.url] });
    await using stack = new AsyncDisposableStack();
    const browser = await launchBrowser();
    stack.defer(() => browser.close());

    const { headers } = await server.tokenUser("workshop", { name: "Workshop", rooms: ["order:4711"] });
    const workshop = await server.chat.callerFor(new Headers(headers));
    const { channel } = await workshop.channel.ensure({ key: "order:4711", name: "Order 4711" });
    const send = (text: string) => workshop.message.send({ channelId: channel.id, clientId: crypto.randomUUID(), text });
    await send("Your pot is in the kiln.");

    // The README's backend, compiled, asked by one who is signed in to it.
    const ask = `import { routes } from "./out/readme/chat-token.js";
const user = { id: "customer-7", name: "Cleo", orders: ["4711"] };
await routes.get("/chat-token")({ user }, { send: (text) => process.stdout.write(text) });`;
    const token = await runProgram(node, ["--input-type=module", "--eval", ask], host, { CHAT_TOKEN_SECRET: tokenSecret });
    page.answer("/chat-token", "text/plain", token);

    // The README's page, compiled, but for the address of the server.
    const file = path.join(host, "out/readme/order-chat.js");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("https://chat.example.com", server.url));
    await buildPage(
      host,
      `import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Product } from "./readme/order-chat.js";
createRoot(document.querySelector("main")).render(createElement(Product));`,
      page,
    );
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    tab.setDefaultTimeout(15_000);
    await tab.goto(page.url);
    await tab.getByText("Your pot is in the kiln.").waitFor();
    await tab.getByRole("textbox", { name: /^Message / }).fill("Thank you!");
    await tab.keyboard.press("Enter");
    const last = async () => (await workshop.message.list({ channelId: channel.id, limit: 10 })).items.at(-1);
    await expect.poll(async () => (await last())?.text).toBe("Thank you!");
    expect((await last())?.author.name).toBe("Cleo");
  },
);
