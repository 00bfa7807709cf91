import { createServer } from "node:http";
import { once } from "node:events";
import { expect, it } from "vitest";
import { listen, PortError } from "./listen.ts";

it("opens a free port and names it", async () => {
  const server = createServer();
  const port = await listen(server, 0, "127.0.0.1");
  expect(port).toBeGreaterThan(0);
  server.close();
  await once(server, "close");
});

it("names the setting that mends a taken port", async () => {
  const first = createServer();
  const port = await listen(first, 0, "127.0.0.1");
  const refused = await listen(createServer(), port, "127.0.0.1").catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PortError);
  expect(String(refused)).toContain(`PORT=${port + 1}`);
  first.close();
  await once(first, "close");
});

it("names HOST where the machine has no such address", async () => {
  await expect(listen(createServer(), 0, "203.0.113.7")).rejects.toThrow(/^HOST: .*0\.0\.0\.0/);
});
