// Run by Node in a host's project: the names that each entry of the kit gives.
import { readFileSync } from "node:fs";

const { exports } = JSON.parse(readFileSync("node_modules/@chat/ui/package.json", "utf8")) as { exports: Record<string, string> };
const entries = Object.keys(exports).filter((entry) => !entry.endsWith(".css"));
const names = await Promise.all(
  entries.map(async (entry) => [entry, Object.keys((await import(`@chat/ui${entry.slice(1)}`)) as object)]),
);
console.log(JSON.stringify(Object.fromEntries(names)));
