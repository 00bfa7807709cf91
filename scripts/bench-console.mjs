// npm run bench:console [-- --quick]: the console in Chromium, on a site with a year of messages. Takes three minutes, or with --quick a half.
import { findBrowser, NO_BROWSER } from "./workspace/find-browser.mjs";
import { inRoot, node } from "./workspace/paths.mjs";
import { buildWeb, prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure, StepError } from "./workspace/show-step.mjs";

try {
  await prepare();
  const browser = await findBrowser();
  if (!browser) throw new StepError(`The console is measured in a browser, and ${NO_BROWSER}.`);
  await buildWeb();
  const { code } = await run(node, [inRoot("test/load/console/bench-console.ts"), ...process.argv.slice(2)], {
    env: { NODE_ENV: "production", CHROMIUM_PATH: browser },
  });
  process.exitCode = code;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
