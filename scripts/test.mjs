// npm test: checks, then unit and integration tests, then the browser; everything they need is set up here and stopped after.
import { buildEmbed } from "./workspace/build-embed.mjs";
import { buildStorybook } from "./workspace/build-storybook.mjs";
import { checkAll } from "./workspace/check-steps.mjs";
import { buildPackages } from "./workspace/build-packages.mjs";
import { findBrowser, NO_BROWSER } from "./workspace/find-browser.mjs";
import { buildWeb, prepare } from "./workspace/prepare.mjs";
import { runTests } from "./workspace/run-tests.mjs";
import { printFailure } from "./workspace/show-step.mjs";

const args = process.argv.slice(2);
const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
const filters = args.filter((arg) => !arg.startsWith("--only="));
const total = { passed: 0, failed: 0, skipped: /** @type {{ name: string, reason: string }[]} */ ([]) };

/** @param {{ passed: number, failed: number, skipped?: { name: string, reason: string }[] }} counts */
function add(counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped.push(...(counts.skipped ?? []));
}

/** @param {string} title @param {() => Promise<Parameters<typeof add>[0]>} stage */
async function runStage(title, stage) {
  console.log(`\n${title}`);
  try {
    add(await stage());
  } catch (error) {
    printFailure(error);
    add({ passed: 0, failed: 1 });
  }
}

async function buildPages() {
  await buildWeb();
  await buildEmbed();
}

/** @param {string} project @param {string} name @param {() => Promise<void>} build */
async function runInBrowser(project, name, build) {
  const browser = await findBrowser();
  if (!browser) return { passed: 0, failed: 0, skipped: [{ name, reason: NO_BROWSER }] };
  await build();
  return runTests([project], filters, { CHROMIUM_PATH: browser });
}

try {
  await prepare();
  if (!only) await runStage("Checks", checkAll);
  if (only === undefined || only === "unit" || only === "integration")
    await runStage("Unit and integration tests", () => runTests(only ? [only] : ["unit", "integration"], filters));
  if (!only || only === "chaos") await runStage("Faults, at a small size", () => runTests(["chaos"], filters));
  if (!only || only === "package")
    await runStage("The packages, as hosts install them", () => runInBrowser("package", "tests of the packages", buildPackages));
  if (!only || only === "stories") await runStage("Stories", () => runInBrowser("stories", "stories", buildStorybook));
  if (!only || only === "e2e") await runStage("End-to-end tests", () => runInBrowser("e2e", "end-to-end tests", buildPages));
} catch (error) {
  printFailure(error);
  total.failed += 1;
}

console.log("");
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
const skipFails = process.env.CI === "true" && total.skipped.length > 0;
process.exit(total.failed > 0 || skipFails || total.passed === 0 ? 1 : 0);
