import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepSecret } from "./keep-secret.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chat-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("makes a secret once and keeps it for its owner alone", async () => {
  const dataDir = path.join(folder, "data");
  const secret = await keepSecret(dataDir, "secret");
  expect(secret).toHaveLength(43);
  expect(await keepSecret(dataDir, "secret")).toBe(secret);
  expect(await keepSecret(dataDir, "token-secret")).not.toBe(secret);
  expect((await stat(path.join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
});

it("closes a file that others could read", async () => {
  const file = path.join(folder, "secret");
  await writeFile(file, `${"k".repeat(40)}\n`, { mode: 0o644 });
  expect(await keepSecret(folder, "secret")).toBe("k".repeat(40));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("refuses a file without a usable secret, and leaves it", async () => {
  const file = path.join(folder, "secret");
  await writeFile(file, "");
  await expect(keepSecret(folder, "secret")).rejects.toThrow(file);
  expect(await readFile(file, "utf8")).toBe("");
});
