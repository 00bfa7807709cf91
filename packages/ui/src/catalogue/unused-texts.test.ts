import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { english } from "./english.ts";

const src = path.resolve(import.meta.dirname, "..");
const isCode = (file: string) =>
  /\.tsx?$/.test(file) && !/\.(?:test|stories|test-d)\./.test(file) && !/^(?:catalogue|fixtures)\//.test(file);

/** The kit's own code, and the contract's, whose names of errors and system lines choose texts. */
async function readCode(): Promise<string> {
  const contract = path.resolve(src, "../../contract/src");
  const kit = (await readdir(src, { recursive: true })).filter(isCode).map((file) => path.join(src, file));
  const shared = (await readdir(contract, { recursive: true })).filter(isCode).map((file) => path.join(contract, file));
  return (await Promise.all([...kit, ...shared].map((file) => readFile(file, "utf8")))).join("\n");
}

it("holds no text that nothing reads", async () => {
  const code = await readCode();
  /** `t.message.reply`; or `t.message[receipt]`, where the code knows the name as a value. */
  const isRead = (feature: string, name: string) =>
    new RegExp(`\\b${feature}\\.${name}\\b`).test(code) || (code.includes(`t.${feature}[`) && code.includes(`"${name}"`));
  const unread = Object.entries(english).flatMap(([feature, texts]) =>
    Object.keys(texts)
      .filter((name) => !isRead(feature, name))
      .map((name) => `${feature}.${name}`),
  );
  expect(unread).toEqual([]);
});
