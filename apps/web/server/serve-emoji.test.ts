import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { serveEmoji } from "./serve-emoji.ts";

async function open() {
  const server = createServer((req, res) => {
    void serveEmoji(req, res).then((isServed) => isServed || res.writeHead(404).end("page"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    get: (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/chat-emoji/${path}`, init),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

it.each([
  ["en", "rocket"],
  ["de", "Rakete"],
  ["zh-hant", "火箭"],
  ["es-mx", "cohete"],
])("gives the emoji of %s, to other origins too, packed where that is understood", async (locale, name) => {
  await using host = await open();
  for (const encoding of ["gzip", "identity"]) {
    const response = await host.get(`${locale}/data.json`, { headers: { "accept-encoding": encoding } });
    expect(response.headers.get("content-encoding")).toBe(encoding === "gzip" ? "gzip" : null);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.text()).toContain(`"${name}"`);
  }
  expect((await host.get(`${locale}/messages.json`)).status).toBe(200);
});

it("has nothing else: no other language, file or folder", async () => {
  await using host = await open();
  for (const path of ["xx/data.json", "en/compact.json", "meta/groups.json", "../package.json", "en%2f..%2fde/data.json"])
    expect((await host.get(path)).status, path).toBe(404);
  expect((await host.get("en/data.json", { method: "POST" })).status).toBe(404);
  expect((await host.get("en/data.json", { method: "HEAD" })).headers.get("content-type")).toBe("application/json");
});
