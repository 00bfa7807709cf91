import { AxeBuilder } from "@axe-core/playwright";
import { expect, it } from "vitest";
import { useParts } from "./parts/use-parts.ts";

const parts = useParts();

it("plays one at a time, by mouse and by keys, and says where it is", async () => {
  const page = await parts.page({ stage: "player" });
  const voice = page.getByRole("group", { name: "Voice message from Ann" });
  const song = page.getByRole("group", { name: "Audio: Song.wav" });
  const playing = '[data-state="playing"]';
  await voice.getByRole("button", { name: "Play" }).click();
  await voice.and(page.locator(playing)).waitFor();
  await song.getByRole("button", { name: "Play" }).click();
  await song.and(page.locator(playing)).waitFor();
  await voice.and(page.locator('[data-state="paused"]')).waitFor();

  const slider = song.getByRole("slider", { name: "Position" });
  await slider.press("k");
  await song.and(page.locator('[data-state="paused"]')).waitFor();
  await slider.press("Home");
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("0:02 of 0:04");
  await song.getByRole("button", { name: "Play" }).press("ArrowLeft");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("0:00 of 0:04");
  await slider.press("m");
  await song.getByRole("button", { name: "Unmute" }).waitFor();

  await voice.getByRole("button", { name: "Speed 1×" }).click();
  await voice.getByRole("button", { name: "Speed 1.5×" }).waitFor();
  await page.getByRole("group", { name: "Audio: Broken.wav" }).getByText("This cannot be played").waitFor();
});

it.each(["light", "dark"] as const)("has nothing for axe to say, %s", async (colorScheme) => {
  const page = await parts.page({ stage: "player" }, { colorScheme });
  await page.getByRole("group", { name: "Audio: Broken.wav" }).getByText("This cannot be played").waitFor();
  const { violations } = await new AxeBuilder({ page }).include('[data-slot="chat-root"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});
