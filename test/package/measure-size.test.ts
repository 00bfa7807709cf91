import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { budgets } from "./budgets.ts";
import { bundleSize, gzipped } from "./bundle-size.ts";

const { react19: host } = inject("hosts");
const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

it("fits a message list and a composer into their budget", async () => {
  const { eager, lazy } = await bundleSize(
    host,
    "list-and-composer",
    'export { MessageList } from "@chat/ui/message-list";\nexport { Composer } from "@chat/ui/composer";',
  );
  console.info(
    `MessageList and Composer without React, gzipped: ${kilobytes(eager)} of ${kilobytes(budgets.listAndComposer)} at once, ${kilobytes(lazy)} on first use`,
  );
  expect(eager).toBeGreaterThan(10_000);
  expect(eager).toBeLessThanOrEqual(budgets.listAndComposer);
});

it("takes of the whole kit only what is used", async () => {
  const fromPart = await bundleSize(host, "avatar-alone", 'export { Avatar } from "@chat/ui/avatar";');
  const fromAll = await bundleSize(host, "avatar-of-all", 'export { Avatar } from "@chat/ui";');
  console.info(`Avatar alone: ${kilobytes(fromPart.eager)}, by the whole kit's entry: ${kilobytes(fromAll.eager)}`);
  expect(fromAll.eager).toBeLessThanOrEqual(fromPart.eager + 1_000);
});

it("fits the style sheet into its budget", async () => {
  const bytes = gzipped(await readFile(path.join(host, "node_modules/@chat/ui/dist/styles.css"), "utf8"));
  console.info(`Style sheet, gzipped: ${kilobytes(bytes)} of ${kilobytes(budgets.styles)}`);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(budgets.styles);
});
