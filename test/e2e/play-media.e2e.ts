import { expect, it } from "vitest";
import { expectNoBarrier } from "../fixtures/find-barriers.ts";
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

it("plays after all what did not come the first time, from the same button", async () => {
  const page = await parts.page({ stage: "player" });
  const broken = page.getByRole("group", { name: "Audio: Broken.wav" });
  await broken.getByText("This cannot be played").waitFor();
  const bytes = await page.evaluate(async () => [
    ...new Uint8Array(await (await fetch(document.querySelector("audio")!.src)).arrayBuffer()),
  ]);
  await page.route("**/nothing.wav", (route) => route.fulfill({ contentType: "audio/wav", body: Buffer.from(bytes) }));
  await broken.getByRole("button", { name: "Try again" }).press("Enter");
  await broken.and(page.locator('[data-state="playing"]')).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Pause");
});

it("fills the screen with a video and gives it back", async () => {
  const page = await parts.page({ stage: "player" });
  const clip = page.getByRole("group", { name: "Video: Clip.mp4" });
  await clip.getByRole("button", { name: "Full screen", exact: true }).click();
  const leave = clip.getByRole("button", { name: "Leave full screen" });
  await leave.waitFor();
  const seen = page.viewportSize()!;
  await expect.poll(() => leave.boundingBox().then((box) => box!.y + box!.height)).toBeLessThanOrEqual(seen.height);
  await leave.click();
  await clip.getByRole("button", { name: "Full screen", exact: true }).waitFor();
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

it("fills an iPhone's screen by the video's own way, and offers nothing where a page may not", async () => {
  const page = await parts.page({ stage: "player" });
  const button = page.getByRole("button", { name: "Full screen", exact: true });
  await page.addInitScript(() => {
    Reflect.deleteProperty(Element.prototype, "requestFullscreen");
    Object.assign(HTMLVideoElement.prototype, { webkitEnterFullscreen: () => (document.title = "filled") });
  });
  await page.reload();
  await button.click();
  await expect.poll(() => page.title()).toBe("filled");

  await page.addInitScript(() => Reflect.deleteProperty(HTMLVideoElement.prototype, "webkitEnterFullscreen"));
  await page.reload();
  await page.getByRole("group", { name: "Video: Clip.mp4" }).getByRole("button", { name: "Mute" }).waitFor();
  await expect.poll(() => button.count()).toBe(0);
});

it.each(["light", "dark"] as const)("has nothing for axe to say, %s", async (colorScheme) => {
  const page = await parts.page({ stage: "player" }, { colorScheme });
  await page.getByRole("group", { name: "Audio: Broken.wav" }).getByText("This cannot be played").waitFor();
  await expectNoBarrier(page, "the players", '[data-slot="chat-root"]');
});
