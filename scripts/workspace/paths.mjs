import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** The Node that runs everything but these scripts; it comes from npm, so that any Node from 20 on can start the rest. */
export const node = inRoot("node_modules", "node-runtime", "bin", "node");

/**
 * What the server is started with. The young part of the heap grows to three times these MiB when thousands connect, and is kept while they idle; by
 * itself Node 24 lets it grow to twice as much (docs/decisions/2026-11-24-engine-figures.md).
 */
export const serverFlags = ["--max-semi-space-size=16"];

/** The files of tools that are run by that Node. */
export const tools = {
  next: inRoot("apps", "web", "node_modules", "next", "dist", "bin", "next"),
  prisma: inRoot("prisma", "node_modules", "prisma", "build", "index.js"),
  storybook: inRoot("packages", "ui", "node_modules", "storybook", "dist", "bin", "dispatcher.js"),
  vitest: inRoot("node_modules", "vitest", "vitest.mjs"),
};

/** The program of a package of the root. @param {string} name */
export const bin = (name) => inRoot("node_modules", ".bin", name);

/** The package manager, which needs no installing. */
export const pnpm = { program: process.platform === "win32" ? "npx.cmd" : "npx", args: ["--yes", "pnpm@12.21.0"] };

/** The environment of everything we start: the npm-delivered Node first, no telemetry, no update checks. */
export const environment = {
  ...process.env,
  PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  BETTER_AUTH_TELEMETRY: "0",
  // Prisma looks for an engine of its own even where it needs none; any existing program satisfies it, and nothing is downloaded.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
};

/** The option that has Node read settings from `.env`, where there is one. */
export const envFile = () => (existsSync(inRoot(".env")) ? [`--env-file=${inRoot(".env")}`] : []);
