import { describe, expect, it } from "vitest";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { listStories } from "./list-stories.ts";
import { rest } from "./show-story.ts";
import { desktop, phone, useStorybook } from "./use-storybook.ts";

const storybook = useStorybook(4);
const stories = listStories();

it("has stories", () => {
  console.log(`${stories.length} stories`);
  expect(stories.length).toBeGreaterThan(0);
});

describe.concurrent("every story has no barrier, no error, and fits a phone", () => {
  it.each(stories.map((story) => [`${story.title}: ${story.name}`, story] as const))("%s", async (_, story) => {
    await storybook.onPage(async ({ page, show, setLook, problems }) => {
      problems();
      const isPage = story.tags.includes("page");
      await setLook({ colorScheme: "light", viewport: story.tags.includes("phone") ? phone : desktop });
      await show(story);
      expect(await findBarriers(page, { isPage }), "light").toEqual([]);
      await setLook({ colorScheme: "dark", viewport: phone });
      await rest(page);
      expect(await findBarriers(page, { isPage, colours: true }), "dark, on a phone").toEqual([]);
      expect(await page.evaluate(overflow), "wider than a phone").toEqual([]);
      expect(problems(), "errors in the browser").toEqual([]);
    });
  });
});

/** What stands out at the side; nothing where the page is as wide as its window. */
function overflow(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.right > width + 1 || box.left < -1;
  });
  return [`${document.documentElement.scrollWidth} px`, ...out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
}
