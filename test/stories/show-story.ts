import type { Page } from "playwright-core";

/** The part of Storybook's channel that is used: it tells how far a story is. */
interface Channel {
  on(event: string, listener: (...args: never[]) => void): void;
  off(event: string, listener: (...args: never[]) => void): void;
  emit(event: string, ...args: unknown[]): void;
}

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__?: Channel;
    __STORYBOOK_PREVIEW__?: { currentRender?: { id?: string; phase?: string } };
  }
}

/** Shows a story, in place of the one before, and waits until it was rendered and played and nothing of it moves. Rejects if it failed. */
export async function showStory(page: Page, url: string, id: string): Promise<void> {
  const isOn = page.url().startsWith(url);
  // A story that is shown already, as to a test that is tried again, would not be shown anew.
  if (isOn && (await page.evaluate(() => window.__STORYBOOK_PREVIEW__?.currentRender?.id)) !== id)
    await page.evaluate(changeTo, id);
  else {
    await page.goto(`${url}/iframe.html?viewMode=story&id=${id}`);
    await page.waitForFunction(() => /finished|errored/.test(window.__STORYBOOK_PREVIEW__?.currentRender?.phase ?? ""));
  }
  await rest(page);
}

/** Waits until nothing moves. */
export const rest = (page: Page): Promise<void> => page.evaluate(atRest);

function changeTo(id: string): Promise<void> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  if (!channel) throw new Error("There is no Storybook on this page.");
  return new Promise((resolve, reject) => {
    const failures = [
      "storyErrored",
      "storyThrewException",
      "storyMissing",
      "playFunctionThrewException",
      "unhandledErrorsWhilePlaying",
    ];
    const stop = () => {
      channel.off("storyFinished", onFinished);
      for (const name of failures) channel.off(name, onFailure);
    };
    const onFinished = ({ storyId }: { storyId: string }) => {
      if (storyId !== id) return;
      stop();
      resolve();
    };
    const onFailure = (error: { message?: string; stack?: string }) => {
      stop();
      reject(new Error(error?.stack ?? error?.message ?? "The story failed."));
    };
    channel.on("storyFinished", onFinished);
    for (const name of failures) channel.on(name, onFailure);
    channel.emit("setCurrentStory", { storyId: id, viewMode: "story" });
  });
}

async function atRest(): Promise<void> {
  await document.fonts.ready;
  // A picture that waits until it is seen is never fetched where it is not.
  const pictures = [...document.images].filter((image) => image.complete || image.checkVisibility());
  await Promise.allSettled(pictures.map((image) => image.decode()));
  let still = 0;
  const watcher = new MutationObserver(() => {
    still = 0;
  });
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  // Some never rest, such as a countdown.
  for (let frame = 0; still < 3 && frame < 60; frame += 1) {
    still += 1;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (
      document
        .getAnimations()
        .some((motion) => motion.playState === "running" && motion.effect?.getComputedTiming().endTime !== Infinity)
    )
      still = 0;
  }
  watcher.disconnect();
}
