// npm start, npm run dev: everything from a clean clone to a running server.
import { envFile, inRoot, node, serverFlags } from "./workspace/paths.mjs";
import { buildWeb, prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure } from "./workspace/show-step.mjs";
import { runAndReload } from "./workspace/run-and-reload.mjs";

const dev = process.argv.includes("--dev");
const server = [...envFile(), inRoot("apps/web/server.ts")];

try {
  await prepare();
  if (dev) {
    process.exitCode = await runAndReload(node, server, { NODE_ENV: "development" });
  } else {
    await buildWeb();
    process.exitCode = (await run(node, [...serverFlags, ...server], { env: { NODE_ENV: "production" } })).code;
  }
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
