// npm run bench:ui [-- --quick --count=1000 --kit=chatscope]: the kit beside its peers in Chromium, in one table. Takes half an hour, or with
// --quick ten minutes. CHAT_BENCH_TEXT names another file of messages, in the form of the demo's.
import { findBrowser, NO_BROWSER } from "./workspace/find-browser.mjs";
import { inRoot, node } from "./workspace/paths.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure, StepError } from "./workspace/show-step.mjs";

try {
  await prepare();
  const browser = await findBrowser();
  if (!browser) throw new StepError(`The kit is measured in a browser, and ${NO_BROWSER}.`);
  const { code } = await run(node, [inRoot("test/load/ui/bench-ui.ts"), ...process.argv.slice(2)], {
    env: { NODE_ENV: "production", CHROMIUM_PATH: browser },
  });
  process.exitCode = code;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
