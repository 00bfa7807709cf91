import { createServer } from "node:http";
import path from "node:path";

const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css"><style>html,body{margin:0}#root{height:100vh}</style><div id="root"></div>
<script type="module" src="main.js"></script></html>`;

/** Serves each kit's page at `/<index of the kit>/`, and the lines to all. Use with `await using`. */
export async function serveKits(
  kits: readonly ReadonlyMap<string, string | Uint8Array>[],
  lines: readonly string[],
): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [, kit = "", rest = "/"] = /^\/(\d+)(\/.*)$/.exec(pathname) ?? [];
    const send = (type: string, body: string | Uint8Array) => response.writeHead(200, { "content-type": type }).end(body);
    const file = kits[Number(kit)]?.get(rest);
    if (pathname === "/lines.json") send("application/json", JSON.stringify(lines));
    else if (file !== undefined) send(types[path.extname(rest)] ?? "application/octet-stream", file);
    else if (rest === "/" && kit !== "") send("text/html", page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The pages have no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
