import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll } from "vitest";
import { freePort } from "../../fixtures/free-port.ts";
import { tokenSecret } from "../../fixtures/sign-token.ts";
import { beforeTries } from "../fixtures/before-tries.ts";
import { messengerOn, type Messenger } from "../fixtures/messenger.ts";
import { useStage, type Stage } from "../fixtures/stage.ts";

const root = path.resolve(import.meta.dirname, "../../..");

/** The shop of apps/embed on another host than the chat, and a browser that blocks third-party cookies. */
export interface ShopStage {
  readonly stage: Stage;
  readonly port: number;
  /** Where the chat lets it call from. */
  readonly url: string;
  /** Somebody signed in to the shop, in a browser of their own. */
  enter(name: string, options?: EnterOptions): Promise<Visit>;
}

interface EnterOptions extends BrowserContextOptions {
  /** Under which origin the shop is opened. */
  at?: string;
  path?: string;
  /** Errors in the browser that are meant to be. */
  expects?: RegExp;
  /** Gets the browser before its first page. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
}

export interface Visit {
  readonly page: Page;
  /** The conversation of the order that is open. */
  readonly chat: Messenger;
  readonly headerBadge: Locator;
  openOrder(id: string): Promise<void>;
}

/** Serves the shop for the tests of a file; `tokenSeconds` is the life of its tokens. */
export async function useShop({ tokenSeconds = 600 } = {}): Promise<ShopStage> {
  const port = await freePort();
  const url = `http://shop.localhost:${port}`;
  const stage = useStage({ allowedOrigins: [url], browserArgs: ["--test-third-party-cookie-phaseout"] });
  let stop: (() => Promise<unknown>) | undefined;
  beforeTries(async () => {
    await stop?.();
    const child = spawn(process.execPath, ["apps/embed/server.ts"], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        SHOP_URL: url,
        CHAT_URL: stage.app.url,
        CHAT_TOKEN_SECRET: tokenSecret,
        CHAT_TOKEN_SECONDS: String(tokenSeconds),
      },
    });
    const ended = once(child, "exit");
    stop = () => (child.kill("SIGKILL"), ended);
    const [said] = (await Promise.race([once(child.stdout, "data"), ended])) as [unknown];
    if (!String(said).includes("The shop is ready")) throw new Error(`The shop ended with ${String(said)} before it was ready.`);
  });
  afterAll(() => stop?.());

  return {
    stage,
    port,
    url,
    async enter(name, { at = url, path = "/", prepare, ...profile } = {}) {
      const context = await stage.visit({ baseURL: at, ...profile });
      await prepare?.(context);
      const page = await context.newPage();
      await page.goto(path);
      await page.getByRole("button", { name }).click();
      return visitOn(page);
    },
  };
}

function visitOn(page: Page): Visit {
  const chat = messengerOn(page);
  return {
    page,
    chat,
    headerBadge: page.getByRole("banner").getByLabel(/unread$/),
    async openOrder(id) {
      await page.getByRole("link", { name: `Order ${id}` }).click();
      await chat.composer.waitFor();
    },
  };
}
