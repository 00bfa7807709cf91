import { existsSync } from "node:fs";
import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { must } from "./must.mjs";
import { bin, inRoot, pnpm } from "./paths.mjs";
import { fingerprint, isStamped, stamp } from "./stamps.mjs";

/** What a host installs, each after what it is built upon. */
const PACKAGES = ["contract", "client", "ui"];
const STAMP = "node_modules/.chat/packages";

/**
 * Builds the packages that hosts install into their `dist`: a module and its types for each source file, so that "use client" stays where it
 * stands and a bundler takes only what is used; and the kit's style sheet. Inside the workspace the sources are used as they are.
 */
export async function buildPackages() {
  const sources = [
    ...PACKAGES.map((name) => `packages/${name}`),
    "tsconfig.base.json",
    "scripts/workspace/build-packages.mjs",
    "pnpm-lock.yaml",
  ];
  const print = await fingerprint(sources);
  if (existsSync(inRoot("packages/ui/dist/styles.css")) && (await isStamped(STAMP, print))) return;
  for (const name of PACKAGES) {
    const dist = inRoot("packages", name, "dist");
    await rm(dist, { recursive: true, force: true });
    await must(`Building @chat/${name} failed.`, bin("tsc"), ["--project", inRoot("packages", name, "tsconfig.build.json")]);
    await nameModules(dist);
  }
  await buildStyles();
  await stamp(STAMP, print);
}

/** Packs them as they would be published, workspace versions written out. @param {string} folder */
export async function packPackages(folder) {
  const filters = PACKAGES.flatMap((name) => ["--filter", `@chat/${name}`]);
  await must("Packing failed.", pnpm.program, [...pnpm.args, ...filters, "pack", "--pack-destination", folder]);
}

/** The compiler leaves `.ts` in the imports of declarations, where older ones would want a flag of the host. @param {string} dist */
async function nameModules(dist) {
  const files = await readdir(dist, { recursive: true });
  const declarations = files.filter((file) => file.endsWith(".d.ts")).map((file) => path.join(dist, file));
  for (const file of declarations) {
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replaceAll(/((?:from |import\()"\.[^"]*)\.tsx?"/g, '$1.js"'));
  }
}

/** One compiled sheet, so that a host needs no Tailwind; Tailwind's own names in it are renamed, so that a host's Tailwind has its own. */
async function buildStyles() {
  const from = inRoot("packages/ui/src/styles/styles.css");
  const to = inRoot("packages/ui/dist/styles.css");
  // Here, since `npm test` reads this file before anything is installed.
  const [{ default: postcss }, { default: tailwind }] = await Promise.all([import("postcss"), import("@tailwindcss/postcss")]);
  const { css } = await postcss([tailwind({ optimize: { minify: true } })]).process(await readFile(from, "utf8"), { from, to });
  const own = css.replaceAll("--tw-", "--chat-tw-").replace("@layer properties", "@layer chat.properties");
  await writeFile(to, own);
  await copyFile(inRoot("packages/ui/src/styles/fonts.css"), inRoot("packages/ui/dist/fonts.css"));
  // A host's compiler asks what a sheet is that its code imports.
  for (const sheet of ["styles", "fonts"]) await writeFile(inRoot(`packages/ui/dist/${sheet}.css.d.ts`), "export {};\n");
}
