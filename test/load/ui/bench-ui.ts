// npm run bench:ui [-- --quick --count=1000 --kit=chatscope]: the kit beside its peers in Chromium, in one table.
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../e2e/fixtures/launch-browser.ts";
import { median } from "../percentile.ts";
import { bundlePage, weigh, weighScript } from "./bundle-kit.ts";
import { kits, type Kit } from "./kits.ts";
import { measurePage, type Figures } from "./measure-page.ts";
import { printFigures, type Result } from "./print-figures.ts";
import { readLines } from "./read-lines.ts";
import { serveKits } from "./serve-kits.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    count: { type: "string", multiple: true, default: ["50", "1000", "10000", "100000"] },
    kit: { type: "string", multiple: true, default: kits.map(({ name }) => name) },
  },
});
const rounds = values.quick ? 1 : 3;
const counts = values.count.map(Number);
const wanted = kits.filter(({ name }) => values.kit.includes(name));
const began = performance.now();
const say = (line: string) => console.error(`  ${Math.round((performance.now() - began) / 1_000)} s  ${line}`);

const lines = await readLines(process.env.CHAT_BENCH_TEXT);
const bundles = await Promise.all(kits.map(bundlePage));
await using served = await serveKits(bundles, lines);
say(`${lines.length} lines of text; the pages are at ${served.url}/<0–${kits.length - 1}>/?count=1000`);

const results: Result[] = [];
for (const count of counts) for (const kit of wanted) results.push(await measureKit(kit, count));

async function measureKit(kit: Kit, count: number): Promise<Result> {
  const seen: Figures[] = [];
  for (let deaths = 0; seen.length < rounds;) {
    // A browser of its own each time: what a page left behind must not slow the next.
    const browser = await launchBrowser();
    try {
      seen.push(await measurePage(browser, `${served.url}/${kits.indexOf(kit)}`, kit, count));
    } catch (error) {
      const problem = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      say(`${kit.name} with ${count}: ${problem}`);
      const isDead = problem.includes("has been closed");
      // A browser that dies once says little of a kit; one that dies twice does.
      if (isDead && deaths++ === 0) continue;
      return { kit: kit.name, count, figures: null, problem: isDead ? "the browser died" : "not finished in time" };
    } finally {
      await close(browser);
    }
  }
  say(`${kit.name} with ${count}`);
  return { kit: kit.name, count, figures: medians(seen) };
}

/** A page that hangs keeps its browser from closing; it must not keep the bench. */
async function close(browser: Browser): Promise<void> {
  await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
}

function medians(seen: readonly Figures[]): Figures {
  const names = Object.keys(seen[0] ?? {}) as (keyof Figures)[];
  const worst = new Set<keyof Figures>(["endOffPx", "prependMidPx", "prependTopPx"]);
  const of = (name: keyof Figures) => seen.map((figures) => figures[name]);
  return Object.fromEntries(
    names.map((name) => [name, worst.has(name) ? Math.max(...of(name)) : median(of(name))]),
  ) as unknown as Figures;
}

console.log("\n| kit | list + composer, gz kB | styles, gz kB |\n| --- | --- | --- |");
for (const kit of wanted) {
  const sizes = [await weighScript(kit), weigh(bundles[kits.indexOf(kit)]?.get("/style.css") ?? "")];
  console.log(`| ${[kit.name, ...sizes.map((size) => (size / 1_000).toFixed(1))].join(" | ")} |`);
}
console.log(`\n${printFigures(results, kits[0]?.name ?? "")}`);
console.log(
  `\nChromium without a GPU, ${availableParallelism()} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}; medians of ${rounds}, of pixels the worst.`,
);
