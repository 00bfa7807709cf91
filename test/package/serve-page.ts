import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { build, type Rolldown } from "vite";

export interface PageServer extends AsyncDisposable {
  readonly url: string;
  /** What it answers to GET, by path; the rest is the page. */
  answer(path: string, type: string, body: string): void;
}

const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A product</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css"><body style="margin:0"><main></main><script type="module" src="/page.js"></script></html>`;

/** A product's own server on a free port. Use with `await using`. */
export async function servePage(): Promise<PageServer> {
  const answers = new Map<string, { type: string; body: string }>();
  const server = createServer((request, response) => {
    const found = answers.get(new URL(request.url ?? "/", "http://localhost").pathname) ?? { type: "text/html", body: page };
    response.writeHead(200, { "content-type": found.type, "cache-control": "no-store" }).end(found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    answer: (at, type, body) => void answers.set(at, { type, body }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Builds a host's page from one module as its bundler would, style sheets too, and has it served. */
export async function buildPage(host: string, source: string, server: PageServer): Promise<void> {
  const input = path.join(host, "out/page.js");
  await writeFile(input, source);
  const { output } = (await build({
    root: host,
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: "page.js", chunkFileNames: "[name]-[hash].js", assetFileNames: "page[extname]" },
      },
    },
  })) as Rolldown.RolldownOutput;
  for (const file of output) {
    const body = file.type === "chunk" ? file.code : String(file.source);
    server.answer(`/${file.fileName}`, types[path.extname(file.fileName)] ?? "text/plain", body);
  }
}
