import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { bin, inRoot } from "./paths.mjs";
import { run } from "./run-command.mjs";

/** How many of the quick programs run at once; each uses several threads of its own. */
const AT_ONCE = 2;

/**
 * Types, lint (with the walls between packages), format and unused exports. Prints one line a step, and what a failed one said.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function checkAll() {
  const waiting = await listSteps();
  const result = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const began = Date.now();
      const { code, output } = await run(step.program, step.args, { capture: true });
      console.log(`  ${code === 0 ? "✓" : "✗"} ${step.name} ${((Date.now() - began) / 1000).toFixed(1)} s`);
      if (code !== 0) console.log(`${output.trimEnd()}\n`);
      result[code === 0 ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return result;
}

async function listSteps() {
  const packages = (await readdir(inRoot("packages"))).map((name) => `packages/${name}`);
  const projects = ["prisma", ...packages, "apps/web", "apps/embed", "test", "scripts"].filter((folder) =>
    existsSync(inRoot(folder, "tsconfig.json")),
  );
  return [
    { name: "lint", program: bin("oxlint"), args: ["--type-aware", "--deny-warnings", "--report-unused-disable-directives"] },
    ...projects.map((folder) => ({ name: `types ${folder}`, program: bin("tsc"), args: ["--project", folder] })),
    { name: "format", program: bin("oxfmt"), args: ["--check", "."] },
    { name: "unused exports", program: bin("knip"), args: ["--no-config-hints", "--no-progress"] },
  ];
}
