import { expect, it } from "vitest";
import { listStories } from "./list-stories.ts";
import { desktop, useStorybook } from "./use-storybook.ts";

const storybook = useStorybook(1);

const storyOf = (name: string) => {
  const story = listStories().find((one) => one.title === "Primitives/Avatar" && one.name === name);
  if (story === undefined) throw new Error(`There is no story ${name}.`);
  return story;
};

it("gives a picture the place in a line that initials have", async () => {
  await storybook.onPage(async ({ page, show, setLook }) => {
    await setLook({ colorScheme: "light", viewport: desktop });
    await show(storyOf("In Text"));
    const boxes = await page
      .locator('[data-slot="avatar"]')
      .evaluateAll((all) =>
        all.map((avatar) => ({ top: avatar.getBoundingClientRect().top, line: avatar.parentElement?.offsetHeight })),
      );
    expect(boxes).toEqual([
      { top: boxes[1]?.top, line: 32 },
      { top: boxes[0]?.top, line: 32 },
    ]);
  });
});

it("covers no letter of a face in a stack by the next face", async () => {
  await storybook.onPage(async ({ page, show, setLook }) => {
    await setLook({ colorScheme: "light", viewport: desktop });
    await show(storyOf("Small Stack"));
    const room = await page.locator('[data-slot="avatar-stack"] > [data-slot="avatar"]').evaluateAll((faces) =>
      faces.slice(0, -1).map((face, at) => {
        const letter = document.createRange();
        letter.selectNodeContents(face.querySelector("[aria-hidden]") ?? face);
        const ring = 2;
        return (faces[at + 1]?.getBoundingClientRect().left ?? 0) - ring - letter.getBoundingClientRect().right;
      }),
    );
    expect(room).toHaveLength(2);
    expect(Math.min(...room)).toBeGreaterThan(0);
  });
});
