import { expect, it } from "vitest";
import { listStories } from "./list-stories.ts";
import { desktop, useStorybook } from "./use-storybook.ts";

const storybook = useStorybook(1);

it("keeps English in its own order where text runs from the right: figures first, full stops last", async () => {
  const stories = listStories().filter((story) => /Right To Left/.test(story.name));
  expect(stories.length).toBeGreaterThan(3);
  const read: string[] = [];
  for (const story of stories)
    await storybook.onPage(async ({ page, show, setLook }) => {
      await setLook({ colorScheme: "light", viewport: desktop });
      await show(story);
      const found = await page.evaluate(readLines);
      read.push(...found.map(({ text }) => text));
      const turned = found.filter(({ isTurned }) => isTurned).map(({ text }) => `${story.id}: ${text}`);
      expect(turned).toEqual([]);
    });
  expect(read.filter((text) => /^\d/.test(text)).length).toBeGreaterThan(3);
  expect(read.filter((text) => /[.…]$/.test(text)).length).toBeGreaterThan(3);
});

/** English lines on the page that begin with a figure or end with a mark, and whether one of the two stands at the wrong side. */
function readLines(): { text: string; isTurned: boolean }[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines: { text: string; isTurned: boolean }[] = [];
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const text = node.data.replaceAll(/[\u2066-\u2069]/g, "").trim();
    if (!/^[\x20-\x7E…·’]+$/.test(text) || !/^\d.*[a-z]|[a-z].*[.…!?]$/i.test(text)) continue;
    const at = (offset: number) => {
      const letter = document.createRange();
      letter.setStart(node, offset);
      letter.setEnd(node, offset + 1);
      return letter.getBoundingClientRect();
    };
    const first = at(node.data.search(/[\x21-\x7E]/));
    const last = at(node.data.search(/[\x21-\x7E…’][^\x21-\x7E…’]*$/));
    if (first.width === 0 || last.width === 0 || first.top !== last.top) continue;
    lines.push({ text, isTurned: first.left > last.left });
  }
  return lines;
}
