import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { inRoot } from "./paths.mjs";

const SKIPPED = new Set(["node_modules", ".next", "generated", "dist", ".data"]);
const NOT_BUILT = /\.(test|e2e)\.tsx?$|\.test-d\.ts$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$/;

/**
 * A fingerprint of files and folders, by content and path.
 * @param {string[]} targets paths below the root; a missing one counts as empty
 * @param {string[]} [extra] anything else the result depends on
 */
export async function fingerprint(targets, extra = []) {
  const hash = createHash("sha256");
  for (const part of extra) hash.update(`${part}\0`);
  for (const target of targets) {
    for (const file of await listFiles(target))
      hash
        .update(`${file}\0`)
        .update(await readFile(inRoot(file)).catch(() => ""))
        .update("\0");
  }
  return hash.digest("hex");
}

/** True when the stamp holds that fingerprint. @param {string} file below the root @param {string} print */
export async function isStamped(file, print) {
  return (await readFile(inRoot(file), "utf8").catch(() => "")) === print;
}

/** @param {string} file below the root @param {string} print */
export async function stamp(file, print) {
  await mkdir(path.dirname(inRoot(file)), { recursive: true });
  await writeFile(inRoot(file), print);
}

/** @param {string} target @returns {Promise<string[]>} */
async function listFiles(target) {
  const entries = await readdir(inRoot(target), { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [target];
  const kept = entries.filter((entry) => !SKIPPED.has(entry.name) && !NOT_BUILT.test(entry.name));
  const lists = kept.map(async (entry) => {
    const child = `${target}/${entry.name}`;
    return entry.isDirectory() ? await listFiles(child) : [child];
  });
  return (await Promise.all(lists)).flat().sort();
}
