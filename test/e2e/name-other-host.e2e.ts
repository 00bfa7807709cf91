import { expect, test } from "vitest";
import { ask, requestsTo, startCanary } from "../fixtures/forged-requests.ts";
import { startApp } from "./fixtures/start-app.ts";

test("no request, of whatever form and to whatever path, makes the Next host call a server that it names (S13)", async () => {
  await using app = await startApp();
  await using canary = await startCanary();
  const port = Number(new URL(app.url).port);
  for (const lines of requestsTo(`127.0.0.1:${canary.port}`)) {
    const status = await ask(port, lines);
    expect([lines, status]).toEqual([lines, expect.stringMatching(/^HTTP\/1\.1 (?:1|2|3|4)\d\d /)]);
  }
  expect(canary.heard()).toBe(0);
  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
});
