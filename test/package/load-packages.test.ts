import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import { budgets } from "./budgets.ts";
import { inRoot, node } from "../../scripts/workspace/paths.mjs";
import { runProgram } from "./run-program.ts";
import { samples } from "./host/samples.tsx";

const hosts = inject("hosts");

describe.each(["react18", "react19"] as const)("a project that installed the packages, with %s", (name) => {
  const host = hosts[name];
  const said = hosts.compiled[name];

  it("type-checks strictly, the libraries' types too, within what the compiler may do for it", () => {
    expect(said.split("\n").filter((line) => line.includes("error TS"))).toEqual([]);
    const instantiations = Number(/^Instantiations:\s+(\d+)/m.exec(said)?.[1]);
    console.info(`${name}: ${instantiations} type instantiations of ${budgets.instantiations}`);
    expect(instantiations).toBeGreaterThan(0);
    expect(instantiations).toBeLessThan(budgets.instantiations);
  });

  it("needs no types of the server's side", () => {
    const files = said.split("\n").filter((line) => line.startsWith(host) && line.endsWith("ts"));
    expect(files.some((file) => file.includes("node_modules/@chat/ui/dist/"))).toBe(true);
    expect(
      files.filter((file) => /node_modules\/(?:@chat\/(?:server|db)|@prisma|prisma|pg|better-auth|ws)\//.test(file)),
    ).toEqual([]);
  });

  it("imports and renders every entry of the kit in Node", async () => {
    const { version, hasDom, html } = JSON.parse(await runProgram(node, ["out/render.js"], host, { NODE_ENV: "production" })) as {
      version: string;
      hasDom: boolean;
      html: Record<string, string>;
    };
    expect(version).toMatch(name === "react18" ? /^18\./ : /^19\./);
    expect(hasDom).toBe(false);
    for (const [entry, { shows }] of Object.entries(samples))
      expect([entry, html[entry]]).toEqual([entry, expect.stringContaining(shows)]);
  });
});

it("has a sample of every entry", async () => {
  const { exports } = JSON.parse(await readFile(inRoot("packages/ui/package.json"), "utf8")) as {
    exports: Record<string, string>;
  };
  const entries = Object.keys(exports).filter((entry) => !entry.endsWith(".css"));
  expect(
    Object.keys(samples)
      .map((entry) => (entry === "." ? entry : `./${entry}`))
      .toSorted(),
  ).toEqual(entries.toSorted());
});

it("has an entry for every component", async () => {
  const names = JSON.parse(await runProgram(node, ["out/list-exports.js"], hosts.react19)) as Record<string, string[]>;
  const { ".": all = [], ...entries } = names;
  const components = all.filter((name) => /^[A-Z]/.test(name));
  const ofEntries = new Set(Object.values(entries).flat());
  expect(components.length).toBeGreaterThan(50);
  expect(components.filter((name) => !ofEntries.has(name))).toEqual([]);
});

it("loads in a server component, which has no state and no context", async () => {
  const loaded = JSON.parse(
    await runProgram(node, ["--conditions=react-server", "out/load-on-server.js"], hosts.react19),
  ) as string[];
  expect(loaded).toEqual(expect.arrayContaining(["@chat/client/react", "@chat/contract", "@chat/ui", "@chat/ui/message-list"]));
});

it("finds one copy of React and of each of the packages", async () => {
  const isOne = ["react", "@chat/client", "@chat/contract"].flatMap((name) => [
    "-o",
    "-path",
    `*/node_modules/${name}/package.json`,
  ]);
  const found = await runProgram("find", [".", ...isOne.slice(1)], hosts.react19);
  expect(found.trim().split("\n").toSorted()).toEqual([
    "./node_modules/@chat/client/package.json",
    "./node_modules/@chat/contract/package.json",
    "./node_modules/react/package.json",
  ]);
});
