// npm run bench [-- <name> --quick]: our server beside its peers, in one table. Takes a quarter of an hour, or with --quick a minute.
import { inRoot, node, serverFlags } from "./workspace/paths.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure } from "./workspace/show-step.mjs";

try {
  await prepare();
  // Every server that is measured is started as ours is.
  const env = { NODE_ENV: "production", NODE_OPTIONS: serverFlags.join(" ") };
  const { code } = await run(node, [inRoot("test/load/bench.ts"), ...process.argv.slice(2)], { env });
  process.exitCode = code;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
