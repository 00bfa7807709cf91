import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../fixtures/launch-browser.ts";
import { useProfiles } from "../fixtures/open-profiles.ts";
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

/** One page of parts and one browser for the tests of a file. */
export function useParts(): Parts {
  let held: { served: Awaited<ReturnType<typeof serveParts>>; browser: Browser } | undefined;
  beforeAll(async () => {
    const [served, browser] = await Promise.all([serveParts(), launchBrowser()]);
    held = { served, browser };
  });
  const openProfile = useProfiles();
  afterAll(async () => {
    await held?.browser.close();
    await held?.served[Symbol.asyncDispose]();
  });
  const openPage = async (query: Record<string, string | number>, profile: BrowserContextOptions): Promise<Page> => {
    if (held === undefined) throw new Error("The parts are served before the first test, not earlier.");
    const context = await openProfile(held.browser, { viewport: { width: 1_000, height: 700 }, ...profile });
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
