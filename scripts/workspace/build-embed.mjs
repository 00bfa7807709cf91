import { must } from "./must.mjs";
import { inRoot, node } from "./paths.mjs";
import { showStep } from "./show-step.mjs";
import { fingerprint, isStamped, stamp } from "./stamps.mjs";

const STAMP = "apps/embed/dist/.stamp";

/** Builds the pages of the shop that embeds the chat, if their sources changed since the last build. */
export async function buildEmbed() {
  const sources = ["apps/embed", "packages/contract", "packages/client", "packages/ui", "tsconfig.base.json", "pnpm-lock.yaml"];
  const print = await fingerprint(sources);
  if (await isStamped(STAMP, print)) return;
  await showStep("Building the shop", async () => {
    const vite = inRoot("apps/embed/node_modules/vite/bin/vite.js");
    await must("The build failed.", node, [vite, "build", "--logLevel", "warn"], { cwd: inRoot("apps/embed") });
  });
  await stamp(STAMP, print);
}
