// npm test: checks, then what needs servers, then what needs a browser; everything they need is set up here and stopped after.
import { buildEmbed } from "./workspace/build-embed.mjs";
import { buildPackages } from "./workspace/build-packages.mjs";
import { buildStorybook } from "./workspace/build-storybook.mjs";
import { checkAll } from "./workspace/check-steps.mjs";
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

const needBrowser = /** @type {const} */ ({
  package: { name: "tests of the packages", build: buildPackages },
  stories: { name: "stories", build: buildStorybook },
  e2e: { name: "end-to-end tests", build: buildPages },
});

async function buildPages() {
  await buildWeb();
  await buildEmbed();
}

/** @param {(keyof typeof needBrowser)[]} projects */
async function runInBrowser(projects) {
  const browser = await findBrowser();
  if (!browser)
    return {
      passed: 0,
      failed: 0,
      skipped: projects.map((project) => ({ name: needBrowser[project].name, reason: NO_BROWSER })),
    };
  for (const project of projects) await needBrowser[project].build();
  return runTests(projects, filters, { CHROMIUM_PATH: browser });
}

/** @template {string} Project @param {readonly Project[]} projects */
const chosen = (projects) => projects.filter((project) => only === undefined || only === project);

try {
  await prepare();
  if (!only) await runStage("Checks", checkAll);
  const onServers = chosen(["unit", "integration", "chaos"]);
  if (onServers.length > 0)
    await runStage("Unit and integration tests, and faults at a small size", () => runTests(onServers, filters));
  const inBrowser = chosen(/** @type {const} */ (["package", "stories", "e2e"]));
  if (inBrowser.length > 0)
    await runStage("Packages as hosts install them, stories, and end-to-end tests", () => runInBrowser(inBrowser));
} catch (error) {
  printFailure(error);
  total.failed += 1;
}

console.log("");
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
const skipFails = process.env.CI === "true" && total.skipped.length > 0;
process.exit(total.failed > 0 || skipFails || total.passed === 0 ? 1 : 0);
