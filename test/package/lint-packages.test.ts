import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { describe, expect, inject, it } from "vitest";

const { tarballs, react19 } = inject("hosts");
const inHost = (...parts: string[]) => path.join(react19, "node_modules/@chat", ...parts);

/** What only `import` finds is meant so: the packages are ESM, for Node 20 and newer and for bundlers. */
const notMeant = new Set(["node10", "node16-cjs"]);

describe.each(["contract", "client", "ui"])("@chat/%s, as it would be published", (name) => {
  it("has no fault that publint finds", async () => {
    const tarball = new Uint8Array(await readFile(tarballs[name] ?? "")).buffer;
    expect((await publint({ pack: { tarball }, strict: true })).messages).toEqual([]);
  });

  it("resolves to code and its types from every entry", async () => {
    const result = await checkPackage(createPackageFromTarballData(await readFile(tarballs[name] ?? "")), {
      excludeEntrypoints: [/\.css$/],
    });
    if (result.types === false) throw new Error("It has no types.");
    expect(result.types).toEqual({ kind: "included" });
    expect(Object.keys(result.entrypoints)).toContain(".");
    expect(result.problems.filter((problem) => !("resolutionKind" in problem && notMeant.has(problem.resolutionKind)))).toEqual(
      [],
    );
  });

  it("holds what was built, its guide and its licence, and nothing else", async () => {
    const files = await readdir(inHost(name));
    expect(files.toSorted()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
    const built = await readdir(inHost(name, "dist"), { recursive: true });
    expect(built.filter((file) => /\.(test|test-d|stories|fixture)\./.test(file))).toEqual([]);
    expect(built.filter((file) => /\.[a-z]+$/.test(file) && !/\.(js|d\.ts|css)$/.test(file))).toEqual([]);
  });

  it("says nothing of the server's side, and no type is lost", async () => {
    const files = (await readdir(inHost(name, "dist"), { recursive: true })).filter((file) => /\.(js|d\.ts)$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = await readFile(inHost(name, "dist", file), "utf8");
      expect([file, /@chat\/(?:server|db|cli|web)\b|prisma|better-auth|["']pg["']/i.exec(text)?.[0]]).toEqual([file, undefined]);
      const types = file.endsWith(".d.ts") ? text.replaceAll(/\/\*.*?\*\//gs, "") : "";
      // Not as a word of an enum, or its key.
      expect([file, /(?<!["\w])any\b(?!\??:|")/.exec(types)?.[0]]).toEqual([file, undefined]);
    }
  });

  it("lets bundlers leave out what is not used, and takes the React that the host has", async () => {
    const {
      sideEffects,
      peerDependencies = {},
      dependencies = {},
    } = JSON.parse(await readFile(inHost(name, "package.json"), "utf8")) as {
      sideEffects: unknown;
      peerDependencies?: Record<string, string>;
      dependencies?: Record<string, string>;
    };
    expect(sideEffects).toEqual(name === "ui" ? ["*.css"] : false);
    expect(Object.keys(dependencies).filter((one) => /^react(-dom)?$/.test(one))).toEqual([]);
    const react = "^18.2.0 || ^19.0.0";
    expect(peerDependencies).toEqual({ contract: {}, client: { react }, ui: { react, "react-dom": react } }[name]);
  });
});
