import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { bin, inRoot, node } from "../../scripts/workspace/paths.mjs";
import { runProgram } from "./run-program.ts";
import { samples } from "./host/samples.tsx";

const hosts = inject("hosts");

/** What the compiler may do for a host's project: the shop's, with the examples of the guides. Counted; time, which is a matter of the machine too, only bounds it. */
const mostInstantiations = 1_000_000;
const longestSeconds = 60;

describe.each(["react18", "react19"] as const)("a project that installed the packages, with %s", (name) => {
  const host = hosts[name];
  let said = "";
  beforeAll(async () => {
    said = await runProgram(bin("tsc"), ["--project", host, "--extendedDiagnostics"], host);
  });

  it("type-checks strictly, the libraries' types too, within a budget", () => {
    const count = (what: string) => Number(new RegExp(`^${what}:\\s+([\\d.]+)`, "m").exec(said)?.[1]);
    expect(count("Instantiations")).toBeGreaterThan(0);
    expect(count("Instantiations")).toBeLessThan(mostInstantiations);
    expect(count("Total time")).toBeLessThan(longestSeconds);
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
