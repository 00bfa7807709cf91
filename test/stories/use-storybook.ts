import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../e2e/fixtures/launch-browser.ts";
import { storybookFolder, type Story } from "./list-stories.ts";
import { serveFolder } from "./serve-folder.ts";
import { showStory } from "./show-story.ts";

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

interface Look {
  colorScheme: "light" | "dark";
  viewport: { width: number; height: number };
}

/** A page with the Storybook, and what went wrong on it since it was last asked. */
export interface StoryPage {
  page: Page;
  show(story: Story): Promise<void>;
  /** Opens a page of documentation. */
  read(story: Story): Promise<void>;
  setLook(look: Look): Promise<void>;
  /** Errors since the last call. */
  problems(): string[];
}

/**
 * One browser and a few pages of it for the stories of a file. A page shows one story after the other, since loading everything anew for each costs
 * many times what the story does.
 */
export function useStorybook(size: number) {
  const free: StoryPage[] = [];
  const waiting: ((page: StoryPage) => void)[] = [];
  let held: { browser: Browser; served: Awaited<ReturnType<typeof serveFolder>> } | undefined;

  beforeAll(async () => {
    const [served, browser] = await Promise.all([serveFolder(storybookFolder), launchBrowser()]);
    held = { browser, served };
    const context = await browser.newContext({
      viewport: desktop,
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(60_000);
    free.push(...(await Promise.all(Array.from({ length: size }, () => openPage(context, served.url)))));
  });
  afterAll(async () => {
    await held?.browser.close();
    await held?.served[Symbol.asyncDispose]();
  });

  const take = async () => free.pop() ?? (await new Promise<StoryPage>((resolve) => waiting.push(resolve)));
  return {
    /** Lends a page; the next story takes it over. */
    async onPage(use: (page: StoryPage) => Promise<void>): Promise<void> {
      const page = await take();
      try {
        await use(page);
      } finally {
        const next = waiting.shift();
        if (next) next(page);
        else free.push(page);
      }
    },
  };
}

async function openPage(context: BrowserContext, url: string): Promise<StoryPage> {
  const page = await context.newPage();
  let met: string[] = [];
  page.on("pageerror", (error) => met.push(error.stack ?? error.message));
  page.on("console", (message) => message.type() === "error" && met.push(`${message.text()} ${message.location().url}`));
  page.on("requestfailed", (request) => {
    // What the next page no longer needs is given up.
    const reason = request.failure()?.errorText ?? "failed";
    if (reason !== "net::ERR_ABORTED") met.push(`${request.url()}: ${reason}`);
  });
  page.on("request", (request) => {
    if (/^(?:https?|wss?):/.test(request.url()) && !request.url().startsWith(url))
      met.push(`A request left the page: ${request.url()}`);
  });
  return {
    page,
    show: (story) => showStory(page, url, story.id),
    async read({ id }) {
      await page.goto(`${url}/iframe.html?viewMode=docs&id=${id}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
    async setLook({ colorScheme, viewport }) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
    },
    problems() {
      const now = met;
      met = [];
      return now;
    },
  };
}
