// Run by Node in a host's project, with `--conditions=react-server`: every entry as a server component's bundler sees it. What begins with
// "use client" is only referred to; all else is loaded, by a React that has neither state nor context.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const named = /^export (?:async )?(?:function|const|class) (\w+)|^export \{([^}]*)\}/gm;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith("file:") || !url.endsWith(".js")) return nextLoad(url, context);
    const text = readFileSync(fileURLToPath(url), "utf8");
    if (!/^["']use client["']/.test(text)) return nextLoad(url, context);
    const names = [...text.matchAll(named)].flatMap(([, one, several = ""]) =>
      one === undefined ? several.split(",").map((name) => name.trim().replace(/^.* as /, "")) : [one],
    );
    const source = names.map((name) => `export const ${name} = { $$typeof: "client reference" };`).join("\n");
    return { format: "module", source, shortCircuit: true };
  },
});

const loaded: string[] = [];
for (const name of ["contract", "client", "ui"]) {
  const { exports } = JSON.parse(readFileSync(`node_modules/@chat/${name}/package.json`, "utf8")) as {
    exports: Record<string, string>;
  };
  for (const entry of Object.keys(exports).filter((path) => !path.endsWith(".css"))) {
    await import(`@chat/${name}${entry.slice(1)}`);
    loaded.push(`@chat/${name}${entry.slice(1)}`);
  }
}
console.log(JSON.stringify(loaded));
