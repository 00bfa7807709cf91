import { watch } from "node:fs";
import { inRoot } from "./paths.mjs";
import { isStopping, run } from "./run-command.mjs";

/** What the server runs itself. The pages are not among it: Next reloads those in the browser. */
const WATCHED = ["packages/contract/src", "packages/server/src", "prisma/src", "prisma/generated", "apps/web", "apps/web/server"];
const SERVER_FILE = /\.ts$/;
const IGNORED = /(\.test\.ts|\.test-d\.ts|\.d\.ts)$|^(\.next|node_modules|src|app|public)(\/|$)/;
const SETTLE_MS = 200;

/**
 * Runs the server and starts it anew when a file of its own changes. Ends with the server, unless that was to reload it or it fell
 * over a mistake in the code: then the next change starts it again.
 * @param {string} program @param {string[]} args @param {Record<string, string>} env
 */
export async function runAndReload(program, args, env) {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let child;
  let reloading = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {(() => void) | undefined} */
  let wake;
  const watchers = WATCHED.map((folder) =>
    watch(inRoot(folder), { recursive: folder !== "apps/web" }, (_, file) => {
      if (!file || !SERVER_FILE.test(file) || (folder === "apps/web" && IGNORED.test(file)) || /\.test(-d)?\.ts$/.test(file))
        return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        reloading = true;
        console.log(`\n  ${file} changed: starting again`);
        child?.kill("SIGTERM");
        wake?.();
      }, SETTLE_MS);
    }),
  );
  try {
    for (;;) {
      reloading = false;
      const { code } = await run(program, args, { env, onStart: (started) => (child = started) });
      child = undefined;
      if (isStopping() || (code === 0 && !reloading)) return code;
      if (!reloading) {
        console.log("\n  The server ended with an error. It starts again when a file changes.");
        await new Promise((resolve) => (wake = () => resolve(undefined)));
      }
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
