import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { must } from "./must.mjs";
import { inRoot, node, pnpm, tools } from "./paths.mjs";
import { showStep, StepError } from "./show-step.mjs";
import { fingerprint, isStamped, stamp } from "./stamps.mjs";

const INSTALL_STAMP = "node_modules/.chat/install";
const GENERATE_STAMP = "prisma/generated/.stamp";
const BUILD_STAMP = "apps/web/.next/.stamp";
const OLDEST_NODE = 20;

/** Installs packages and generates the database client, each only if something they depend on changed. */
export async function prepare() {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    throw new StepError(`This needs Node ${OLDEST_NODE} or newer; you have ${process.versions.node}. See https://nodejs.org`);
  }
  await installPackages();
  await generateClient();
}

/** Builds the web app for production if its sources changed since the last build. @param {{ force?: boolean }} [options] */
export async function buildWeb({ force = false } = {}) {
  const sources = ["apps/web", "packages", "prisma/schema.prisma", "prisma/src", "tsconfig.base.json", "pnpm-lock.yaml"];
  const print = await fingerprint(sources, [process.platform]);
  if (!force && (await isStamped(BUILD_STAMP, print))) return;
  await showStep("Building the web app (about half a minute)", async () => {
    await must("The build failed.", node, [tools.next, "build"], { cwd: inRoot("apps/web"), env: { NODE_ENV: "production" } });
  });
  await stamp(BUILD_STAMP, print);
}

async function installPackages() {
  const parents = ["packages", "apps"].map(async (parent) =>
    (await readdir(inRoot(parent))).map((name) => `${parent}/${name}/package.json`),
  );
  const manifests = (await Promise.all(parents)).flat();
  const inputs = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "prisma/package.json", ...manifests.sort()];
  const print = await fingerprint(inputs, [process.platform, process.arch]);
  if (existsSync(node) && (await isStamped(INSTALL_STAMP, print))) return;
  await showStep("Installing packages (the first time, about a minute)", async (say) => {
    const args = ["install", "--frozen-lockfile", "--reporter=append-only"];
    await must("Installing packages failed.", pnpm.program, [...pnpm.args, ...args], {
      onLine: (line) => {
        if (line.startsWith("Progress:")) say(line.slice("Progress:".length).trim());
      },
    });
  });
  await stamp(INSTALL_STAMP, print);
}

async function generateClient() {
  const print = await fingerprint(["prisma/schema.prisma", "prisma/package.json"]);
  if (await isStamped(GENERATE_STAMP, print)) return;
  await showStep("Generating the database client", async () => {
    await must("Generating the database client failed.", node, [tools.prisma, "generate", "--schema", "schema.prisma"], {
      cwd: inRoot("prisma"),
    });
  });
  await stamp(GENERATE_STAMP, print);
}
