import axe from "axe-core";
import type { Page } from "playwright-core";

/** Of whole pages only: a part stands in somebody else's. */
const ofPages = ["region", "page-has-heading-one", "landmark-one-main", "bypass", "heading-order", "landmark-unique"];

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe finds, best practices too; `colours` looks at contrast alone, for the same story in other colours. */
export async function findBarriers(page: Page, look: { isPage: boolean; colours?: boolean }): Promise<string[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ off, colours }) => {
      const { violations } = await window.axe!.run(document, {
        resultTypes: ["violations"],
        // Of all rules only one looks into style sheets, which it would fetch anew for each story.
        preload: false,
        ...(colours
          ? { runOnly: ["color-contrast"] }
          : { rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) }),
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary ?? ""}`).join("\n")}`,
      );
    },
    { off: look.isPage ? [] : ofPages, colours: look.colours ?? false },
  );
}
