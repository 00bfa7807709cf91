import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "../fixtures/launch-browser.ts";
import { listOn, type PartsList } from "./list-on.ts";
import { serveParts } from "./serve-parts.ts";

export interface OpenList extends PartsList {
  page: Page;
  devtools: CDPSession;
}

export interface Parts {
  /** Opens the page with a list: `from` and `to` are the seqs that it holds first. */
  open(query?: Record<string, string | number>, profile?: BrowserContextOptions): Promise<OpenList>;
  /** Opens the page with another stage: `stage` names it. */
  page(query: Record<string, string | number>, profile?: BrowserContextOptions): Promise<Page>;
}

/** One page of parts and one browser for the tests of a file; a test fails if its page met an error. */
export function useParts(): Parts {
  let held: { served: Awaited<ReturnType<typeof serveParts>>; browser: Browser } | undefined;
  const contexts = new Set<BrowserContext>();
  let problems: string[] = [];
  beforeAll(async () => {
    const [served, browser] = await Promise.all([serveParts(), launchBrowser()]);
    held = { served, browser };
  });
  afterEach(async () => {
    await Promise.all([...contexts].map((context) => context.close()));
    contexts.clear();
    const met = problems;
    problems = [];
    expect(met, "errors in the browser").toEqual([]);
  });
  afterAll(async () => {
    await held?.browser.close();
    await held?.served[Symbol.asyncDispose]();
  });
  const openPage = async (query: Record<string, string | number>, profile: BrowserContextOptions): Promise<Page> => {
    if (held === undefined) throw new Error("The parts are served before the first test, not earlier.");
    const context = await held.browser.newContext({
      viewport: { width: 1_000, height: 700 },
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
      ...profile,
    });
    contexts.add(context);
    context.setDefaultTimeout(15_000);
    context.on("weberror", (error) => problems.push(error.error().stack ?? error.error().message));
    context.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    const page = await context.newPage();
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    await page.goto(`${held.served.url}/?${search.toString()}`);
    return page;
  };
  return {
    async open(query = {}, profile = {}) {
      const page = await openPage(query, profile);
      const devtools = await page.context().newCDPSession(page);
      const list = listOn(page);
      await list.rest();
      return { ...list, page, devtools };
    },
    page: (query, profile = {}) => openPage(query, profile),
  };
}
