// npm run bench:console [-- --quick]: how long a moderator waits for the console in Chromium, from the last key of a decision.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { signUp } from "../../e2e/fixtures/accounts.ts";
import { launchBrowser } from "../../e2e/fixtures/launch-browser.ts";
import { serveApp } from "../../e2e/fixtures/serve-app.ts";
import { openBenchDatabase } from "../bench-database.ts";
import { fullSize, quickSize } from "../bench-size.ts";
import { fillSite } from "../fill-site.ts";
import { percentile } from "../percentile.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
/** The quick site has five open cases, and there has to be a next one. */
const closed = values.quick ? 3 : 50;
const { site } = values.quick ? quickSize : fullSize;
/** What the moderator is promised, in milliseconds. */
const targetMs = 2_000;
const began = performance.now();
const say = (line: string) => console.error(`  ${Math.round((performance.now() - began) / 1_000)} s  ${line}`);

await using stack = new AsyncDisposableStack();
const postgres = stack.use(await openBenchDatabase());
await fillSite(postgres.database, site, say);
await postgres.analyze();
const dataDir = await mkdtemp(path.join(tmpdir(), "chat-bench-"));
stack.defer(() => rm(dataDir, { recursive: true, force: true }));
const app = stack.use(await serveApp({ databaseUrl: postgres.url, dataDir }));
const browser = stack.adopt(await launchBrowser(), (open) => open.close());
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: app.url });
const account = { name: "Ada Admin", email: `${randomUUID()}@example.com`, password: randomBytes(12).toString("hex") };
// Some of the cases are for admins alone.
const id = await signUp(context, app.url, account);
await postgres.database.query(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [id]);
say("closing cases");
const times = await closeCases(await context.newPage());
const [p50, p95] = [percentile(times, 50), percentile(times, 95)];
console.log(
  `\nFrom the last key of a decision until the next case stands there whole, ${closed} cases of ${site.messages.toLocaleString("en")} messages:
p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; target ${targetMs} ms ${p95 <= targetMs ? "reached" : "MISSED"}
Chromium without a GPU, ${availableParallelism()} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
);

async function closeCases(page: Page): Promise<number[]> {
  await page.goto("/admin/queue");
  await page.locator("[data-case]").nth(1).waitFor();
  await page.keyboard.press("j");
  await page.locator("[data-case][aria-current=true]").waitFor();
  const seen: number[] = [];
  while (seen.length < closed) {
    await page.keyboard.press("d");
    await page.locator('[role="dialog"][data-state="open"]').waitFor();
    const next = await page.evaluateHandle(watchNextCase);
    await page.keyboard.press("Enter");
    seen.push(await next.evaluate(({ shown }) => shown));
  }
  return seen;
}

/** In the page: milliseconds from the next Enter until another case is chosen and all about it is on screen. */
function watchNextCase(): { shown: Promise<number> } {
  const chosen = () => document.querySelector("[data-case][aria-current=true]")?.getAttribute("data-case");
  const before = chosen();
  const shown = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error(`The case ${before} is not closed after 20 s, or the next not there.`)), 20_000);
    const look = (pressed: number) => {
      const now = chosen();
      const detail = document.querySelector('section[aria-label="Case"]');
      const isWhole = detail !== null && detail.querySelector('[role="status"]') === null;
      if (now != null && now !== before && isWhole) resolve(performance.now() - pressed);
      else requestAnimationFrame(() => look(pressed));
    };
    addEventListener("keydown", ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
  });
  return { shown };
}
