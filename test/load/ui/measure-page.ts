import type { Browser, CDPSession, Page } from "playwright-core";
import { median, percentile } from "../percentile.ts";
import type { Kit } from "./kits.ts";

/** What one visit to a kit's page showed; undefined where the kit could not get there in time. */
export interface Figures {
  loadCpuMs: number;
  nodes: number;
  appendScriptP95Ms: number;
  appendCpuMs: number;
  /** Pixels from the end after a hundred appends. */
  endOffPx: number;
  keyP95Ms: number;
  /** Share of frames over 50 ms while five seconds scroll through everything. */
  slowFrames: number;
  /** Pixels that what was read moved when fifty messages came before it. */
  prependMidPx: number;
  prependTopPx: number;
}

const LOAD_MS = 60_000;
const APPENDS_MS = 15_000;
const APPENDS = 100;
const KEYS = 60;

/** Visits a page in a browser of its own; rejects where it is not there in a minute. */
export async function measurePage(browser: Browser, url: string, kit: Kit, count: number): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LOAD_MS);
    const devtools = await context.newCDPSession(page);
    // Time of the thread and not of the clock: another program on the machine then counts for nothing.
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(`${url}/?count=${count}`, { timeout: LOAD_MS, waitUntil: "commit" });
    await page.waitForFunction(
      ([row, id, last]) => [...document.querySelectorAll(row)].some((at) => at.getAttribute(id) === last),
      [kit.row, kit.id, kit.id === "data-seq" ? String(1_000_000 + count) : String(count)] as const,
      { timeout: LOAD_MS },
    );
    await rest(page, kit);
    const { TaskDuration: loaded = Number.NaN } = await metrics(devtools);
    const nodes = await page.evaluate(() => document.querySelectorAll("#root *").length);
    const appends = await append(page, devtools);
    await rest(page, kit);
    const endOffPx = await page.locator(kit.scroller).evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    const keyP95Ms = await typeKeys(page, kit);
    const slowFrames = await scrollThrough(page, kit);
    const prependMidPx = await prependAt(page, kit, 0.5);
    const prependTopPx = await prependAt(page, kit, 0);
    return { loadCpuMs: loaded * 1_000, nodes, ...appends, endOffPx, keyP95Ms, slowFrames, prependMidPx, prependTopPx };
  } finally {
    await context.close();
  }
}

async function metrics(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics: all } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}

/** Script and CPU of each append, two frames long; a slow kit gets fewer. */
async function append(page: Page, devtools: CDPSession) {
  const script: number[] = [];
  const cpu: number[] = [];
  const ends = Date.now() + APPENDS_MS;
  for (let at = 0; at < APPENDS && Date.now() < ends; at++) {
    const before = await metrics(devtools);
    await page.evaluate(async () => {
      // In a frame's callback: what the developer tools call themselves is not counted as script.
      await new Promise<void>((resolve) => requestAnimationFrame(() => resolve(window.bench.append())));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    const after = await metrics(devtools);
    script.push(((after["ScriptDuration"] ?? 0) - (before["ScriptDuration"] ?? 0)) * 1_000);
    cpu.push(((after["TaskDuration"] ?? 0) - (before["TaskDuration"] ?? 0)) * 1_000);
  }
  return { appendScriptP95Ms: percentile(script, 95), appendCpuMs: median(cpu) };
}

/** From each key until after the next frame. */
async function typeKeys(page: Page, kit: Kit): Promise<number> {
  await page.locator(kit.field).focus();
  const watch = await page.evaluateHandle(() => {
    const taken: number[] = [];
    const onKey = (event: KeyboardEvent) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => void taken.push(performance.now() - event.timeStamp));
        port1.start();
        port2.postMessage(null);
      });
    addEventListener("keydown", onKey, { capture: true });
    return taken;
  });
  const text = "the quick brown fox jumps over the lazy dog while nobody looks at it ";
  for (const key of text.slice(0, KEYS)) await page.keyboard.press(key === " " ? "Space" : key, { delay: 30 });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return percentile(await watch.jsonValue(), 95);
}

async function scrollThrough(page: Page, kit: Kit): Promise<number> {
  const frames = await page.locator(kit.scroller).evaluate(async (box) => {
    const taken: number[] = [];
    const from = box.scrollHeight - box.clientHeight;
    const began = performance.now();
    for (let before = began; ;) {
      const now = await new Promise<number>(requestAnimationFrame);
      taken.push(now - before);
      before = now;
      const share = (now - began) / 5_000;
      if (share >= 1) return taken.slice(1);
      box.scrollTop = from * (1 - share);
    }
  });
  return frames.filter((ms) => ms > 50).length / frames.length;
}

async function prependAt(page: Page, kit: Kit, share: number): Promise<number> {
  const box = page.locator(kit.scroller);
  await box.evaluate((at, where) => {
    at.scrollTop = where * (at.scrollHeight - at.clientHeight);
  }, share);
  await rest(page, kit);
  const middle = async (wanted: string | null) =>
    page.evaluate(
      ([scroller, row, id, known]) => {
        const frame = document.querySelector(scroller)?.getBoundingClientRect();
        const rows = [...document.querySelectorAll(row)];
        const found = rows.find((at) =>
          known === null ? at.getBoundingClientRect().top >= (frame?.top ?? 0) + 60 : at.getAttribute(id) === known,
        );
        return found ? { id: found.getAttribute(id), end: found.getBoundingClientRect().bottom } : null;
      },
      [kit.scroller, kit.row, kit.id, wanted] as const,
    );
  const before = await middle(null);
  await page.evaluate(() => window.bench.prepend(50));
  await rest(page, kit);
  const after = before && (await middle(before.id));
  // What is no longer mounted has gone further than a screen.
  return before && after ? Math.abs(after.end - before.end) : Number.POSITIVE_INFINITY;
}

/** Resolves when the list has stood still for ten frames. */
async function rest(page: Page, kit: Kit): Promise<void> {
  await page.locator(kit.scroller).evaluate(async (box) => {
    let before = "";
    for (let still = 0; still < 10;) {
      await new Promise(requestAnimationFrame);
      const now = `${box.scrollTop} ${box.scrollHeight}`;
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}
