import { describe, expect, inject, it } from "vitest";
import { node } from "../../scripts/workspace/paths.mjs";
import { readExamples, readHostExample } from "./read-examples.ts";
import { runProgram } from "./run-program.ts";

const hosts = inject("hosts");

/** What is on screen of each example at the first paint. */
const shown: Record<string, string> = {
  WholeMessenger: 'data-slot="chat-root"',
  OwnScreens: "Order 4711",
  OwnParts: "<strong",
  SingleParts: "hello.ogg",
  OwnLook: 'dir="rtl"',
  OwnSlots: "Order 4711",
  OrderKind: "<strong",
  OwnFields: 'aria-label="Urgent"',
};

describe.each(["react18", "react19"] as const)("the guides' examples, with %s", (name) => {
  it("render where there is no DOM", async () => {
    const said = await runProgram(node, ["out/render-examples.js"], hosts[name], { NODE_ENV: "production" });
    const html = JSON.parse(said) as Record<string, string>;
    expect(Object.keys(html).toSorted()).toEqual(Object.keys(shown).toSorted());
    for (const [example, text] of Object.entries(shown))
      expect([example, html[example]]).toEqual([example, expect.stringContaining(text)]);
  });
});

it("are all that the guides show in TypeScript", async () => {
  const files = (await readExamples()).map(([file]) => file);
  expect(files.filter((file) => file.endsWith(".tsx"))).toHaveLength(Object.keys(shown).length);
});

it("need under twenty lines for a chat in a product, the signing of tokens included", async () => {
  const lines = (await readHostExample()).flatMap(({ shown }) => shown.split("\n").filter((line) => line.trim() !== ""));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.length).toBeLessThan(20);
});
