import { must } from "./must.mjs";
import { inRoot, node, tools } from "./paths.mjs";
import { run } from "./run-command.mjs";
import { showStep } from "./show-step.mjs";
import { fingerprint, isStamped, stamp } from "./stamps.mjs";

const OUT = "packages/ui/.storybook/dist";
const STAMP = `${OUT}/.stamp`;
const options = { cwd: inRoot("packages/ui"), env: { STORYBOOK_DISABLE_TELEMETRY: "1" } };

/** Builds the kit's Storybook as a static site if something in it changed since the last time. */
export async function buildStorybook() {
  const sources = ["packages/contract", "packages/client", "packages/ui", "tsconfig.base.json", "pnpm-lock.yaml"];
  const print = await fingerprint(sources);
  if (await isStamped(STAMP, print)) return;
  await showStep("Building the Storybook", () =>
    must("Building the Storybook failed.", node, [tools.storybook, "build", "--output-dir", inRoot(OUT)], options),
  );
  await stamp(STAMP, print);
}

/** Serves it with reload until it is stopped. */
export async function runStorybook() {
  const { code } = await run(node, [tools.storybook, "dev", "--port", "6006", "--no-open", "--no-version-updates"], options);
  return code;
}
