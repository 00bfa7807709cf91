// npm run chat -- <command>: the command line tool, from the sources.
import { envFile, inRoot, node } from "./workspace/paths.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure } from "./workspace/show-step.mjs";

try {
  await prepare();
  const args = [...envFile(), inRoot("packages/cli/src/main.ts"), ...process.argv.slice(2)];
  process.exitCode = (await run(node, args)).code;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
