import type { BrowserContext } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter } from "./fixtures/accounts.ts";
import { hydrated, messengerOn } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();
/** What a browser itself says of what the test's network does not let through. */
const expects = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|WebSocket connection to .* failed/;

/** A network that lets pages through, but of the chat no socket, nor, where `requests` says so, anything else. It counts for pages loaded later. */
async function shut(context: BrowserContext, what: { requests: boolean }): Promise<() => Promise<void>> {
  let isShut = true;
  await context.addInitScript(() => {
    const Real = WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        // Refused there; another origin would be refused by the page itself.
        super(localStorage.getItem("sockets") === "shut" ? `ws://${location.host}/nowhere` : url, protocols);
      }
    };
  });
  const [page] = context.pages();
  await page?.evaluate(() => localStorage.setItem("sockets", "shut"));
  await context.route(/\/api\/(trpc|health)/, (route) => (isShut && what.requests ? route.abort() : route.continue()));
  return async () => {
    isShut = false;
    await page?.evaluate(() => localStorage.removeItem("sockets"));
  };
}

async function twoTalking(first: string, second: string) {
  const [ann, bob] = await Promise.all([enter(stage, first, { expects }), enter(stage, second, { expects })]);
  await ann.chat.writeTo(bob.name);
  await bob.chat.writeTo(ann.name);
  await ann.chat.send("Before");
  await bob.chat.message("Before").waitFor();
  return { ann, bob };
}

describe("a page that is loaded again before what was written could leave", () => {
  it("still has it, and sends it once and in order when the server is back", async () => {
    const { ann, bob } = await twoTalking("Ann Reloads", "Bob Waits");
    const open = await shut(ann.context, { requests: true });
    const load = async () => {
      await ann.page.reload();
      await hydrated(ann.page);
      await ann.chat.message("Before").waitFor();
    };
    await load();
    for (const text of ["From the tunnel 1", "From the tunnel 2"]) await ann.chat.send(text);
    await expect.poll(() => countKept(ann.page)).toBe(2);
    await load();
    for (const text of ["tunnel 1", "tunnel 2"]) await ann.chat.message(text).getByRole("img", { name: "Sending" }).waitFor();
    await ann.chat.send("From the tunnel 3");
    await expect.poll(() => ann.chat.texts()).toEqual(["Before", "From the tunnel 1", "From the tunnel 2", "From the tunnel 3"]);
    expect(await bob.chat.texts()).toEqual(["Before"]);

    await open();
    await bob.chat.message("tunnel 3").waitFor({ timeout: 45_000 });
    await expect.poll(() => bob.chat.texts()).toEqual(await ann.chat.texts());
    await ann.chat.log.getByRole("img", { name: "Sending" }).first().waitFor({ state: "hidden" });
    await expect.poll(() => countKept(ann.page)).toBe(0);
  });
});

describe("two tabs of one person", () => {
  it("send each message once, and the other goes on when one is closed", async () => {
    const { ann, bob } = await twoTalking("Ann Tabs", "Bob Tabs");
    const page = await ann.context.newPage();
    await page.goto(ann.page.url());
    await hydrated(page);
    const second = messengerOn(page);
    await second.message("Before").waitFor();
    await second.send("From the second tab");
    await ann.chat.message("From the second tab").waitFor();
    await ann.chat.send("From the first tab");
    await second.message("From the first tab").waitFor();
    await ann.page.close();
    await second.send("Alone now");
    await bob.chat.message("Alone now").waitFor();
    const all = ["Before", "From the second tab", "From the first tab", "Alone now"];
    expect(await bob.chat.texts()).toEqual(all);
    expect(await second.texts()).toEqual(all);
    await expect.poll(() => countKept(page)).toBe(0);
  });
});

describe("a network that lets no socket through", () => {
  it("is talked over all the same", async () => {
    const { ann, bob } = await twoTalking("Ann Proxied", "Bob Open");
    await shut(ann.context, { requests: false });
    await ann.page.reload();
    await hydrated(ann.page);
    await ann.chat.send("Through the proxy");
    await bob.chat.message("Through the proxy").waitFor({ timeout: 45_000 });
    await ann.chat.banner.waitFor({ state: "hidden", timeout: 45_000 });
    await bob.chat.send("And back");
    await ann.chat.message("And back").waitFor();
    expect(await ann.chat.texts()).toEqual(["Before", "Through the proxy", "And back"]);
  });
});

/** How many messages the browser keeps as unsent. */
function countKept(page: { evaluate<T>(run: () => Promise<T>): Promise<T> }): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("chat-outbox");
        opening.addEventListener("error", () => reject(new Error("There is no outbox.")));
        opening.addEventListener("success", () => {
          const counting = opening.result.transaction("messages").objectStore("messages").count();
          counting.addEventListener("success", () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );
}
