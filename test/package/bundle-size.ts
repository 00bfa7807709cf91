import { writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

export interface BundleSize {
  /** Gzipped bytes that a page loads at once, and those that it loads on first use. */
  eager: number;
  lazy: number;
}

/** What a host's bundler makes of a module, React left out: minified, each chunk gzipped as a server would. */
export async function bundleSize(host: string, name: string, source: string): Promise<BundleSize> {
  const input = path.join(host, `${name}.js`);
  await writeFile(input, source);
  const result = await build({
    root: host,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    // A test's own environment would choose the parser's development build, with its assertions.
    resolve: { conditions: ["module", "browser", "production"] },
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: { input, external: /^react(-dom)?($|\/)/, preserveEntrySignatures: "strict" },
    },
  });
  if (!("output" in result)) throw new Error("Vite built something else than one bundle.");
  const chunks = new Map(result.output.filter((one) => one.type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set<Rolldown.OutputChunk>();
  const take = (chunk: Rolldown.OutputChunk | undefined) => {
    if (chunk === undefined || eager.has(chunk)) return;
    eager.add(chunk);
    for (const imported of chunk.imports) take(chunks.get(imported));
  };
  take([...chunks.values()].find((chunk) => chunk.isEntry));
  return {
    eager: sizeOf([...eager]),
    lazy: sizeOf([...chunks.values()].filter((chunk) => !eager.has(chunk))),
  };
}

function sizeOf(chunks: readonly Rolldown.OutputChunk[]): number {
  return chunks.reduce((sum, { code }) => sum + gzipped(code), 0);
}

export function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
