import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "../fixtures/launch-browser.ts";
import { useProfiles } from "../fixtures/open-profiles.ts";
import { listOn, type PartsList } from "./list-on.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the page of parts is. */
    partsUrl: string;
  }
}

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

/** The page of parts, and one browser for the tests of a file. */
export function useParts(): Parts {
  const url = inject("partsUrl");
  let browser: Browser | undefined;
  beforeAll(async () => {
    // Whoever comes first waits until it is built.
    [browser] = await Promise.all([launchBrowser(), fetch(url)]);
  });
  const openProfile = useProfiles();
  afterAll(async () => {
    await browser?.close();
  });
  const openPage = async (query: Record<string, string | number>, profile: BrowserContextOptions): Promise<Page> => {
    if (browser === undefined) throw new Error("The browser is there from the first test on, not earlier.");
    const context = await openProfile(browser, { viewport: { width: 1_000, height: 700 }, ...profile });
    const page = await context.newPage();
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    await page.goto(`${url}/?${search.toString()}`);
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
