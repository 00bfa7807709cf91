import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import tailwind from "@tailwindcss/postcss";
import { build, type Rolldown } from "vite";
import type { TestProject } from "vitest/node";

const folder = import.meta.dirname;
const emojiData = path.resolve(folder, "../../../apps/web/node_modules/emojibase-data");
const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".html": "text/html",
  ".json": "application/json",
};
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<title>Parts</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><body style="margin:0"><main id="root" style="height:100dvh"></main><script type="module" src="/main.js"></script></html>`;

/**
 * Vitest's global set-up: a page that mounts the kit's parts with messages of its own making, built as a product would build it, once for all
 * files and when the first of them asks for it.
 */
export default async function startParts(project: TestProject): Promise<() => Promise<void>> {
  let bundled: ReturnType<typeof bundle> | undefined;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const files = await (bundled ??= bundle());
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const send = (type: string, body: string | Uint8Array) => response.writeHead(200, { "content-type": type }).end(body);
    const emoji = /^\/chat-emoji\/([a-z-]+\/(?:data|messages)\.json)$/.exec(pathname)?.[1];
    const file = files.get(pathname);
    if (file !== undefined) send(types[path.extname(pathname)] ?? "text/plain", file);
    else if (emoji !== undefined) send("application/json", await readFile(path.join(emojiData, emoji)));
    else send("text/html", page);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page of parts has no port.");
  project.provide("partsUrl", `http://127.0.0.1:${address.port}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function bundle(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = (await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    css: { postcss: { plugins: [tailwind()] } },
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: path.join(folder, "main.tsx"),
        output: { entryFileNames: "main.js", chunkFileNames: "[name]-[hash].js", assetFileNames: "style[extname]" },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(built.output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
}
