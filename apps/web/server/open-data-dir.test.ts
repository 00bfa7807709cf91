import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DataDirError, openDataDir } from "./open-data-dir.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chat-data-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("makes the folder with those above it, and takes one that is there", async () => {
  const deep = path.join(folder, "a", "b");
  await Promise.all([openDataDir(deep), openDataDir(deep)]);
  await openDataDir(deep);
  expect((await stat(deep)).isDirectory()).toBe(true);
});

it("names the setting where the folder is a file, or below one", async () => {
  const file = path.join(folder, "file");
  await writeFile(file, "");
  for (const bad of [file, path.join(file, "below")]) {
    const refusal = await openDataDir(bad).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataDirError);
    expect(String(refusal)).toMatch(/CHAT_DATA_DIR: .*leave it out/);
  }
});

it("ends where a parent takes no folders", async () => {
  await expect(openDataDir("/proc/chat-data")).rejects.toThrow(/^CHAT_DATA_DIR: \/proc\/chat-data /);
});
