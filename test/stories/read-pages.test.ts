import { expect, it } from "vitest";
import { listPages } from "./list-stories.ts";
import { useStorybook } from "./use-storybook.ts";

const storybook = useStorybook(1);

it.each(listPages().map((story) => [story.title, story] as const))(
  "the page %s shows its examples and no error",
  async (_, story) => {
    await storybook.onPage(async ({ page, read, problems }) => {
      problems();
      // The stories that it shows in frames are looked at by themselves.
      await page.route("**/iframe.html?*viewMode=story*", (route) => route.fulfill({ contentType: "text/html", body: "" }));
      await read(story);
      await page.getByText("Unable to find story").waitFor({ state: "hidden" });
      expect(problems(), "errors in the browser").toEqual([]);
    });
  },
);
