import { readFile } from "node:fs/promises";
import { inRoot } from "../../scripts/workspace/paths.mjs";

const guides = ["packages/ui/README.md", "packages/client/README.md", "packages/contract/README.md"];
const block = /^```tsx? (\S+\.tsx?)\n(.*?)^```$/gms;

/** The examples of the packages' guides that name a file, as somebody would copy them: name and text. */
export async function readExamples(): Promise<[name: string, text: string][]> {
  const texts = await Promise.all(guides.map((file) => readFile(inRoot(file), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(block)].map(([, name = "", code = ""]): [string, string] => [name, code]));
}
