// npm run bench: the benchmarks, one after another.
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { inRoot, node } from "./workspace/paths.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure } from "./workspace/show-step.mjs";

const FOLDER = "test/load";
const [wanted = ""] = process.argv.slice(2);

try {
  await prepare();
  const files = existsSync(inRoot(FOLDER))
    ? (await readdir(inRoot(FOLDER))).filter((name) => name.endsWith(".bench.ts") && name.includes(wanted))
    : [];
  if (files.length === 0) throw new Error(`No benchmark named ${wanted || "*"} in ${FOLDER}`);
  for (const file of files.sort()) {
    const { code } = await run(node, [inRoot(FOLDER, file)], { env: { NODE_ENV: "production" } });
    if (code !== 0) process.exitCode = code;
  }
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
