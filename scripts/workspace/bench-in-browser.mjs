import { findBrowser, NO_BROWSER } from "./find-browser.mjs";
import { inRoot, node } from "./paths.mjs";
import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { printFailure, StepError } from "./show-step.mjs";

/** Runs a benchmark that drives Chromium; its end is the process's. @param {string} file @param {() => Promise<void>} [build] */
export async function benchInBrowser(file, build) {
  try {
    await prepare();
    const browser = await findBrowser();
    if (!browser) throw new StepError(`This is measured in a browser, and ${NO_BROWSER}.`);
    await build?.();
    const env = { NODE_ENV: "production", CHROMIUM_PATH: browser };
    const { code } = await run(node, [inRoot(file), ...process.argv.slice(2)], { env });
    process.exitCode = code;
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}
