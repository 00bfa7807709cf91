import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRoot, node, tools } from "./paths.mjs";
import { run } from "./run-command.mjs";

/** Pages wait for frames, animations and servers more than others do: two cores are busy with four files, where others keep them busy with three. */
const inPages = ["package", "stories", "e2e"];
const filesAtOnce = 4;

/** @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[] }} Counts */

/**
 * Runs projects of vitest.config.ts and counts. A run that ended badly without a failed test (a file that does not load, an error outside
 * a test) counts as one failure.
 * @param {string[]} projects
 * @param {string[]} filters
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<Counts>}
 */
export async function runTests(projects, filters, env = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "chat-counts-"));
  const countsFile = path.join(folder, "counts.json");
  const reporters = ["--reporter=default", `--reporter=${inRoot("scripts/workspace/count-reporter.mjs")}`];
  const chosen = projects.flatMap((name) => ["--project", name]);
  const workers = projects.every((name) => inPages.includes(name)) ? [`--maxWorkers=${filesAtOnce}`] : [];
  const args = [tools.vitest, "run", ...reporters, ...workers, ...chosen, ...filters];
  try {
    const { code } = await run(node, args, { env: { ...env, NODE_ENV: "test", CHAT_TEST_COUNTS: countsFile } });
    /** @type {Counts} */
    const counts = JSON.parse(await readFile(countsFile, "utf8").catch(() => '{"passed":0,"failed":0,"skipped":[]}'));
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
