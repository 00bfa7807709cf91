import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import tailwind from "@tailwindcss/postcss";
import type { Browser } from "playwright-core";
import postcss from "postcss";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { inRoot, node } from "../../scripts/workspace/paths.mjs";
import { launchBrowser } from "../e2e/fixtures/launch-browser.ts";
import { runProgram } from "./run-program.ts";

const { react19: host } = inject("hosts");

/** A product's own page, in classes of its Tailwind. */
const product = `<h1 class="text-2xl font-bold p-4">Orders</h1><p class="flex gap-2 rounded-lg border bg-red-500 p-4">Late <b>today</b></p>
<button class="rounded-full px-4 py-2 shadow-lg ring-2 hover:underline">Pay</button><ul class="list-disc space-y-2"><li>One</li><li>Two</li></ul>
<table class="divide-y"><tr><td>1</td></tr></table><input value="x"><textarea></textarea><hr><a href="/">Home</a>`;

let browser: Browser;
let kit = "";
let compiled: { kit: string; tailwind: string; both: string };
beforeAll(async () => {
  const said = await runProgram(node, ["out/render.js"], host, { NODE_ENV: "production" });
  const { html } = JSON.parse(said) as { html: Record<string, string> };
  kit = ["messenger", "media-player", "sign-in"].map((name) => html[name] ?? "").join("");
  const guide = await readFile(inRoot("packages/ui/README.md"), "utf8");
  const asGuided = /^```css app\.css\n(.*?)^```$/ms.exec(guide)?.[1] ?? "";
  expect(asGuided).toContain("@layer");
  await writeFile(path.join(host, "src/orders.html"), product);
  compiled = {
    kit: await compile('@import "@chat/ui/styles.css";'),
    tailwind: await compile('@import "tailwindcss";'),
    both: await compile(asGuided),
  };
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** By the host's own Tailwind. */
async function compile(css: string): Promise<string> {
  const from = path.join(host, "src/app.css");
  return (await postcss([tailwind({ base: host })]).process(css, { from })).css;
}

type Look = Readonly<Record<string, string>>;

/** How everything on a page is drawn, element by element. */
async function looksOf(css: string, body: string): Promise<Look[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  try {
    await page.setContent(
      `<!doctype html><html lang="en"><style>${css}</style><body style="margin:0"><div id="page" style="width:900px">${body}</div></body></html>`,
    );
    return await page.locator("#page").evaluate((box) =>
      [...box.querySelectorAll("*")].map((element) => {
        const style = getComputedStyle(element);
        const names = [...style].filter((name) => !name.startsWith("--"));
        const slot = element.getAttribute("data-slot") ?? element.tagName.toLowerCase();
        return Object.fromEntries([["slot", slot], ...names.map((name) => [name, style.getPropertyValue(name)])]) as Look;
      }),
    );
  } finally {
    await page.close();
  }
}

/** Where two ways to draw the same differ, each difference once. */
function differences(looks: readonly Look[], others: readonly Look[]): string[] {
  const found = looks.flatMap((look, at) =>
    Object.entries(look)
      .filter(([name, value]) => others[at]?.[name] !== value)
      .map(([name, value]) => `${look.slot} ${name}: ${value} or ${others[at]?.[name]}`),
  );
  return [...new Set(found)];
}

it("looks the same with a host's Tailwind as without any", async () => {
  const alone = await looksOf(compiled.kit, kit);
  expect(alone.length).toBeGreaterThan(100);
  expect(differences(alone, await looksOf(compiled.both, kit))).toEqual([]);
  // All of it, as the kit draws it.
  expect(alone.find(({ slot }) => slot === "chat-root")).toMatchObject({ "font-size": "14px", "box-sizing": "border-box" });
  expect(alone.find(({ slot }) => slot === "avatar")).toMatchObject({ width: "40px", "border-top-left-radius": "12px" });
});

it("changes nothing of a host's page, with Tailwind or without", async () => {
  const [bare, dressed] = [await looksOf("", product), await looksOf(compiled.tailwind, product)];
  expect(differences(dressed, await looksOf(compiled.both, product))).toEqual([]);
  expect(differences(bare, await looksOf(compiled.kit, product))).toEqual([]);
  expect(differences(bare, dressed)).not.toEqual([]);
});
