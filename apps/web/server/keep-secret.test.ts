import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepSecret, SecretError } from "./keep-secret.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chat-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("makes a secret once and keeps it for its owner alone", async () => {
  const secret = await keepSecret(folder, "secret");
  expect(secret).toHaveLength(43);
  expect(await keepSecret(folder, "secret")).toBe(secret);
  expect(await keepSecret(folder, "token-secret")).not.toBe(secret);
  expect((await stat(path.join(folder, "secret"))).mode & 0o777).toBe(0o600);
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
  const refusal = await keepSecret(folder, "secret").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(SecretError);
  expect(String(refusal)).toContain(file);
  expect(await readFile(file, "utf8")).toBe("");
});
