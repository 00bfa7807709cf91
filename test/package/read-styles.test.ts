import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import postcss, { type AtRule, type Rule } from "postcss";
import { expect, inject, it } from "vitest";

const dist = path.join(inject("hosts").react19, "node_modules/@chat/ui/dist");
const css = await readFile(path.join(dist, "styles.css"), "utf8");
const sheet = postcss.parse(css);

const isIn = (node: Rule, name: string) => node.parent?.type === "atrule" && (node.parent as AtRule).name === name;
const rules: Rule[] = [];
sheet.walkRules((rule) => {
  if (!isIn(rule, "keyframes")) rules.push(rule);
});

it("has every rule in the kit's layers, and registers only properties of its own outside them", () => {
  const outside = sheet.nodes.filter((node) => {
    if (node.type === "comment") return false;
    if (node.type !== "atrule") return true;
    if (node.name === "layer") return !node.params.split(",").every((name) => /^chat(\.|$)/.test(name.trim()));
    return node.name !== "property" || !node.params.startsWith("--chat-");
  });
  expect(outside.map(String)).toEqual([]);
  expect(rules.length).toBeGreaterThan(300);
});

it("selects nothing but the kit's own elements; anywhere else it only sets variables of its own", () => {
  for (const rule of rules) {
    const stray = rule.selectors.filter((selector) => !/\.chat(?:\\:|-root)/.test(selector));
    if (stray.length === 0) continue;
    expect([stray, rule.nodes.filter((node) => node.type !== "decl" || !node.prop.startsWith("--chat-")).map(String)]).toEqual([
      stray,
      [],
    ]);
  }
});

it("names no class, animation or variable that a host or its Tailwind may have", () => {
  const classes = rules
    .flatMap((rule) => rule.selector.match(/\.(?:\\.|[\w-])+/g) ?? [])
    .filter((name) => /^\.[\\a-z-]/i.test(name));
  expect(classes.filter((name) => !/^\.chat(?:\\:|-)/.test(name))).toEqual([]);
  const properties: string[] = [];
  const used: string[] = [];
  sheet.walkDecls((declaration) => {
    if (declaration.prop.startsWith("--")) properties.push(declaration.prop);
    used.push(...[...declaration.value.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name));
  });
  expect(properties.filter((name) => !name.startsWith("--chat-"))).toEqual([]);
  // What Radix measures, it sets on its own elements.
  expect(used.filter((name) => !/^--(?:chat|radix)-/.test(name))).toEqual([]);
  const animations: string[] = [];
  sheet.walkAtRules("keyframes", ({ params }) => void animations.push(params));
  expect(animations.length).toBeGreaterThan(3);
  expect(animations.filter((name) => !name.startsWith("chat-"))).toEqual([]);
});

it("asks for nothing else: no import, no font, no address", () => {
  expect(css).not.toMatch(/@import|@font-face|@tailwind|@apply|url\((?!["']?data:)/);
});

it("holds every class that the code asks for, so that a host needs no Tailwind", async () => {
  const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith(".js"));
  const texts = await Promise.all(files.map((file) => readFile(path.join(dist, file), "utf8")));
  const asked = new Set(texts.flatMap((text) => text.match(/(?<![\w:-])chat:(?!draft:)[^\s"'`\\]+/g) ?? []));
  const held = new Set(
    rules.flatMap((rule) => rule.selector.match(/\.chat\\:(?:\\[0-9a-f]{1,6} ?|\\.|[\w-])+/gi) ?? []).map(plainClass),
  );
  expect(asked.size).toBeGreaterThan(300);
  expect([...asked].filter((name) => !held.has(name) && !marks.test(name))).toEqual([]);
});

/** Classes that only mark an element for others' selectors, such as `chat:group/row`. */
const marks = /^chat:(?:group|peer)(?:\/|$)/;

function plainClass(selector: string): string {
  return selector
    .slice(1)
    .replaceAll(/\\([0-9a-f]{1,6}) ?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\\(.)/g, "$1");
}
