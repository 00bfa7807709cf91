// npm run format: every file as the formatter would have it.
import { bin } from "./workspace/paths.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";

await prepare();
process.exitCode = (await run(bin("oxfmt"), process.argv.length > 2 ? process.argv.slice(2) : ["."])).code;
