import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { bin, inRoot, node, pnpm } from "../../scripts/workspace/paths.mjs";
import { readExamples, readHostExample } from "./read-examples.ts";
import { runProgram } from "./run-program.ts";

export interface Hosts {
  /** The packed packages, by their name without the scope. */
  readonly tarballs: Readonly<Record<string, string>>;
  /** Folders of projects outside the workspace that installed them: by pnpm, which hides what nobody declared, and by npm. */
  readonly react18: string;
  readonly react19: string;
  /** What the compiler said of each, as it compiled what is in them. */
  readonly compiled: Readonly<Record<"react18" | "react19", string>>;
}

declare module "vitest" {
  interface ProvidedContext {
    hosts: Hosts;
  }
}

/** Vitest's global set-up: what hosts install, built, packed, and installed from the tarballs into projects of their own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "chat-hosts-"));
  const stop = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await runProgram(node, [inRoot("scripts/build-packages.mjs"), path.join(folder, "tarballs")], folder);
    const files = await readdir(path.join(folder, "tarballs"));
    const tarballs = Object.fromEntries(
      files.map((file) => [/^chat-([a-z]+)-/.exec(file)?.[1] ?? file, path.join(folder, "tarballs", file)]),
    );
    const [react18, react19] = await Promise.all([
      makeHost(path.join(folder, "react18"), tarballs, { react: "18.2.0", types: ["18.2.79", "18.2.25"], by: "pnpm" }),
      makeHost(path.join(folder, "react19"), tarballs, {
        react: "19.3.1",
        types: ["19.3.0", "19.3.0"],
        by: "npm",
        others: { tailwindcss: "4.3.5" },
      }),
    ]);
    const compiled = { react18: await compile(react18), react19: await compile(react19) };
    project.provide("hosts", { tarballs, react18, react19, compiled });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Choice {
  react: string;
  /** Of react and react-dom. */
  types: [string, string];
  by: "npm" | "pnpm";
  others?: Record<string, string>;
}

async function makeHost(host: string, tarballs: Hosts["tarballs"], { react, types, by, others = {} }: Choice): Promise<string> {
  const own = Object.fromEntries(Object.entries(tarballs).map(([name, file]) => [`@chat/${name}`, `file:${file}`]));
  await mkdir(path.join(host, "src"), { recursive: true });
  await cp(inRoot("test/package/host"), path.join(host, "src"), { recursive: true });
  await mkdir(path.join(host, "src/examples"));
  for (const [name, text] of await readExamples()) await writeFile(path.join(host, "src/examples", name), text);
  await mkdir(path.join(host, "src/readme"));
  for (const { name, module } of await readHostExample()) await writeFile(path.join(host, "src/readme", name), module);
  const manifest = {
    name: "host",
    private: true,
    type: "module",
    dependencies: { ...own, react, "react-dom": react, jose: "^6.0.0", zod: "^4.0.0" },
    devDependencies: { "@types/node": "24.19.2", "@types/react": types[0], "@types/react-dom": types[1], ...others },
  };
  await writeJson(path.join(host, "package.json"), manifest);
  await writeJson(path.join(host, "tsconfig.json"), {
    compilerOptions: {
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      // As Vite's projects have it, and as Node's.
      ...(by === "npm" ? { module: "esnext", moduleResolution: "bundler" } : { module: "nodenext" }),
      jsx: "react-jsx",
      strict: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      rewriteRelativeImportExtensions: true,
      types: ["node"],
      rootDir: "src",
      outDir: "out",
    },
    include: ["src"],
  });
  if (by === "npm") {
    await runProgram(
      "npm",
      ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
      host,
    );
  } else {
    await writeFile(path.join(host, "pnpm-workspace.yaml"), `packages: ["."]\noverrides: ${JSON.stringify(own)}\n`);
    await runProgram(pnpm.program, [...pnpm.args, "install", "--prefer-offline", "--ignore-scripts"], host);
  }
  return host;
}

/** Into its folder `out`, whatever is wrong with it: that is a test's to say. */
function compile(host: string): Promise<string> {
  return runProgram(bin("tsc"), ["--project", host, "--extendedDiagnostics", "--listFiles"], host).catch(String);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
