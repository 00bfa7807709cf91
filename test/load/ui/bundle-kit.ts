import path from "node:path";
import { gzipSync } from "node:zlib";
import tailwind from "@tailwindcss/postcss";
import { build, type Rolldown } from "vite";
import type { Kit } from "./kits.ts";

const pages = path.join(import.meta.dirname, "pages");
const ENTRY = "virtual:kit";

/** The files of a kit's page by their path, minified as a product would ship them. */
export async function bundlePage(kit: Kit): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await bundle(path.join(pages, kit.page), []);
  return new Map(built.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
}

/** Gzipped bytes of what a page loads at once for a list and a composer, React left out. */
export async function weighScript(kit: Kit): Promise<number> {
  const external = [/^react($|\/)/, /^react-dom($|\/)/];
  const chunks = (await bundle(ENTRY, external, kit.imports)).filter((file) => file.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set<Rolldown.OutputChunk>();
  const walk = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || eager.has(chunk)) return;
    eager.add(chunk);
    for (const name of chunk.imports) walk(byName.get(name));
  };
  walk(chunks.find((chunk) => chunk.isEntry));
  return [...eager].reduce((sum, { code }) => sum + weigh(code), 0);
}

export function weigh(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}

async function bundle(input: string, external: RegExp[], entry = "") {
  const built = (await build({
    configFile: false,
    root: import.meta.dirname,
    base: "./",
    logLevel: "error",
    // One peer names its whole self, built for a script tag, for browsers; as modules it weighs a fraction.
    resolve: { mainFields: ["module", "browser", "main"] },
    define: { "process.env.NODE_ENV": '"production"' },
    css: { postcss: { plugins: [tailwind()] } },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? path.join(pages, "entry.ts") : undefined),
        load: (id) => (id === path.join(pages, "entry.ts") ? entry : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        external,
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js", assetFileNames: "style[extname]" },
      },
    },
  })) as Rolldown.RolldownOutput;
  return built.output;
}
