import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useParts } from "./parts/use-parts.ts";

declare global {
  interface Window {
    microphone?: MediaStream;
  }
}

const parts = useParts();
const open = async (query: Record<string, string> = {}, profile = {}) => {
  const page = await parts.page({ stage: "composer", ...query }, profile);
  return { page, field: page.getByRole("textbox", { name: "Message Design" }) };
};
const sent = (page: Page) => page.evaluate(() => window.seen.sent.map((submission) => submission.text));

/** What a clipboard brings, as the browser tells it. */
const paste = (page: Page, content: { text?: string; html?: string; image?: boolean }) =>
  page.evaluate(({ text, html, image }) => {
    const clipboard = new DataTransfer();
    if (text !== undefined) clipboard.setData("text/plain", text);
    if (html !== undefined) clipboard.setData("text/html", html);
    if (image) clipboard.items.add(new File([new Uint8Array([1, 2, 3])], "screen.png", { type: "image/png" }));
    const event = new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  }, content);

describe("emoji by name", () => {
  it("come after a colon, by keys, and undo takes them back", async () => {
    const { page, field } = await open();
    await field.pressSequentially("ship it :rocke");
    const popup = page.getByRole("listbox", { name: "Emoji by name" });
    await popup.getByRole("option", { name: "rocket" }).waitFor();
    await field.press("Enter");
    expect(await field.inputValue()).toBe("ship it 🚀 ");
    await popup.waitFor({ state: "detached" });
    await field.press("Control+z");
    expect(await field.inputValue()).toBe("ship it :rocke");
    await field.press("Escape");
    await field.press("Enter");
    await expect.poll(() => sent(page)).toEqual(["ship it :rocke"]);
  });

  it("take the place of a whole name once it is closed, and undo gives the name back", async () => {
    const { page, field } = await open();
    await field.pressSequentially(":rocke");
    await page.getByRole("option", { name: "rocket" }).waitFor();
    await field.pressSequentially("t: and `:rocket:` :no_such_thing: at 12:30:");
    expect(await field.inputValue()).toBe("🚀 and `:rocket:` :no_such_thing: at 12:30:");
    await field.fill("");
    await field.pressSequentially("go :rocket:");
    expect(await field.inputValue()).toBe("go 🚀");
    await field.press("Control+z");
    expect(await field.inputValue()).toBe("go :rocket:");
    await field.press("Enter");
    await expect.poll(() => sent(page)).toEqual(["go :rocket:"]);
  });

  it.each([
    ["de", "rakete"],
    ["zh-TW", "火箭"],
    ["ar", "rocket"],
  ])("are named as readers of %s name them, in English where nobody has", async (locale, name) => {
    const { page, field } = await open({ locale });
    await field.pressSequentially(`:${name}`);
    await page.getByRole("option", { name }).waitFor();
    await field.press("Enter");
    expect(await field.inputValue()).toBe("🚀 ");
    await page.getByRole("button", { name: "Add an emoji" }).click();
    await page.getByRole("searchbox").fill(name);
    await page.getByRole("gridcell", { name }).first().waitFor();
  });

  it("are served by us and asked for once, when first needed", async () => {
    const { page, field } = await open();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "fetch") asked.push(request.url());
    });
    await field.pressSequentially("no colon here");
    await field.pressSequentially(" :smi");
    await page.getByRole("option").first().waitFor();
    await field.pressSequentially("le");
    await page.getByRole("option", { name: "smiling" }).first().waitFor();
    expect(asked.map((url) => new URL(url).pathname)).toEqual(["/chat-emoji/en/data.json"]);
    expect(new URL(asked[0] ?? "").host).toBe(new URL(page.url()).host);
  });
});

describe("a mention", () => {
  it("is undone and done again by keys, and means the same person then", async () => {
    const { page, field } = await open();
    await field.pressSequentially("ask @an");
    await page.getByRole("option", { name: "Ann" }).first().waitFor();
    await field.press("Enter");
    const mentioned = await field.inputValue();
    expect(mentioned).toMatch(/^ask @Ann.* $/);
    await field.press("Control+z");
    expect(await field.inputValue()).toBe("ask @an");
    await field.press("Control+Shift+z");
    expect(await field.inputValue()).toBe(mentioned);
    await field.pressSequentially("now");
    await field.press("Enter");
    await expect.poll(() => sent(page)).toEqual([expect.stringMatching(/^ask \[@Ann.*\]\(mention:.+\) now$/)]);
  });
});

describe("an input method", () => {
  it("keeps its Enter, and what it composes is sent once", async () => {
    const { page, field } = await open();
    await field.focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process" });
    await field.dispatchEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229 });
    expect(await sent(page)).toEqual([]);
    await devtools.send("Input.insertText", { text: "日本" });
    expect(await field.inputValue()).toBe("日本");
    await field.press("Enter");
    await expect.poll(() => sent(page)).toEqual(["日本"]);
  });
});

describe("markdown by keys", () => {
  it("marks words and lines, goes on with lists, and undoes", async () => {
    const { field } = await open();
    await field.pressSequentially("one");
    await field.press("Control+a");
    await field.press("Control+Shift+KeyX");
    expect(await field.inputValue()).toBe("~~one~~");
    await field.press("Control+z");
    await field.press("Control+Shift+Digit8");
    expect(await field.inputValue()).toBe("- one");
    await field.press("End");
    await field.press("Shift+Enter");
    await field.pressSequentially("two");
    expect(await field.inputValue()).toBe("- one\n- two");
    await field.press("Shift+Enter");
    await field.press("Shift+Enter");
    expect(await field.inputValue()).toBe("- one\n- two\n\n");
  });
});

describe("pasting", () => {
  it("makes a link of selected words and an address, and leaves plain text to the browser", async () => {
    const { page, field } = await open({ files: "" });
    await field.fill("read the docs");
    await field.evaluate((input: HTMLTextAreaElement) => input.setSelectionRange(9, 13));
    expect(await paste(page, { text: "https://example.com/docs" })).toBe(true);
    expect(await field.inputValue()).toBe("read the [docs](https://example.com/docs)");
    expect(await paste(page, { text: "plain", html: "<b>bold</b>" })).toBe(false);
    // A spreadsheet brings a picture of its cells too.
    expect(await paste(page, { text: "1\t2", image: true })).toBe(false);
    expect(await page.getByRole("list", { name: "Files to send" }).count()).toBe(0);
  });

  it("puts pictures into the tray, where they can be taken out again, and sends them without text", async () => {
    const { page, field } = await open({ files: "" });
    await field.focus();
    expect(await paste(page, { image: true })).toBe(true);
    expect(await paste(page, { image: true })).toBe(true);
    const tray = page.getByRole("list", { name: "Files to send" });
    await expect.poll(() => tray.getByRole("listitem").count()).toBe(2);
    await tray.getByRole("button", { name: "Remove screen.png" }).first().click();
    await page.evaluate(() => window.attachments((held) => held.map((one) => ({ ...one, state: "uploading", progress: 0.25 }))));
    expect(await tray.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("25");
    expect(await page.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
    await page.evaluate(() => window.attachments((held) => held.map((one) => ({ ...one, state: "failed" }))));
    await tray.getByRole("button", { name: "Upload screen.png again" }).click();
    await page.evaluate(() => window.attachments((held) => held.map((one) => ({ ...one, state: "ready" }))));
    await page.getByRole("button", { name: "Send", exact: true }).click();
    expect(await page.evaluate(() => window.seen.sent)).toMatchObject([{ text: "", attachmentIds: ["a1"] }]);
    await tray.waitFor({ state: "detached" });
  });

  it("shows no way to add files where none can be sent", async () => {
    const { page, field } = await open();
    await field.focus();
    expect(await paste(page, { image: true })).toBe(false);
    expect(await page.getByRole("button", { name: "Add a file" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Record a voice message" }).count()).toBe(0);
  });
});

describe("a voice message", () => {
  it("is recorded by one press and sent by the next; its button is there only while there is nothing else to send", async () => {
    const { page, field } = await open({ voice: "" }, { permissions: ["microphone"] });
    await field.fill("words");
    expect(await page.getByRole("button", { name: "Record a voice message" }).count()).toBe(0);
    await field.fill("");
    await page.getByRole("button", { name: "Record a voice message" }).click();
    await page.getByRole("timer", { name: "Recording, 0:01" }).waitFor();
    await page.getByRole("button", { name: "Send the recording" }).click();
    await expect.poll(() => page.evaluate(() => window.seen.voices.length)).toBe(1);
    const [voice] = await page.evaluate(() => window.seen.voices);
    expect(voice?.type).toMatch(/^audio\//);
    expect(voice?.size).toBeGreaterThan(100);
    expect(voice?.durationMs).toBeGreaterThan(900);
    expect(voice?.bars).toBe(64);

    await page.getByRole("button", { name: "Record a voice message" }).click();
    await page.getByRole("button", { name: "Send the recording" }).press("Escape");
    await page.getByRole("button", { name: "Record a voice message" }).waitFor();
    expect(await page.evaluate(() => window.seen.voices.length)).toBe(1);
  });

  it("is not lost to words, an emoji or a countdown that come while it is recorded", async () => {
    const { page, field } = await open({ voice: "", slow: "" }, { permissions: ["microphone"] });
    await page.getByRole("button", { name: "Record a voice message" }).click();
    await page.getByRole("timer", { name: "Recording, 0:00" }).waitFor();
    await field.fill("words");
    const send = page.getByRole("button", { name: "Send the recording" });
    expect(await send.isEnabled()).toBe(true);
    await field.press("Enter");
    await page.getByPlaceholder(/^You can send again/).waitFor();
    expect(await send.isDisabled()).toBe(true);
    await page.getByPlaceholder("Message Design").waitFor();
    await send.click();
    await expect.poll(() => page.evaluate(() => window.seen.voices.length)).toBe(1);
    expect(await sent(page)).toEqual(["words"]);
    const [voice] = await page.evaluate(() => window.seen.voices);
    expect(voice?.durationMs).toBeGreaterThan(1_500);
  });

  it("is kept where the microphone is taken away, and it is let go where nothing can be recorded", async () => {
    const { page } = await open({ voice: "" }, { permissions: ["microphone"] });
    await page.evaluate(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => (window.microphone = await ask(wanted));
    });
    const state = () => page.evaluate(() => window.microphone?.getTracks().map((track) => track.readyState));
    await page.getByRole("button", { name: "Record a voice message" }).click();
    await page.getByRole("timer", { name: "Recording, 0:01" }).waitFor();
    await page.evaluate(() => window.microphone?.getTracks().forEach((track) => track.stop()));
    await page.getByRole("button", { name: "Send the recording" }).click();
    await expect.poll(() => page.evaluate(() => window.seen.voices.length)).toBe(1);

    await page.evaluate(() => {
      window.MediaRecorder = class extends MediaRecorder {
        constructor(stream: MediaStream) {
          super(stream, { mimeType: "audio/none" });
        }
      };
    });
    await page.getByRole("button", { name: "Record a voice message" }).click();
    await page.getByRole("alert").getByText("The microphone cannot be used").waitFor();
    expect(await state()).toEqual(["ended"]);
  });

  it("says so where the microphone is refused", async () => {
    const { page } = await open({ voice: "" });
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await page.getByRole("button", { name: "Record a voice message" }).click();
    await page.getByRole("alert").getByText("The microphone cannot be used").waitFor();
  });
});

describe("the rest of the composer", () => {
  it("counts down in slow mode, and sends again after", async () => {
    const { page, field } = await open({ slow: "" });
    await field.fill("first");
    await field.press("Enter");
    await page.getByRole("button", { name: /^You can send again in [12] s$/ }).waitFor();
    await field.fill("second");
    await field.press("Enter");
    expect(await sent(page)).toEqual(["first"]);
    await page.getByRole("button", { name: "Send", exact: true }).waitFor();
    await field.press("Enter");
    await expect.poll(() => sent(page)).toEqual(["first", "second"]);
  });

  it("takes a host's own editor, with its emoji, drafts and sending", async () => {
    const { page, field } = await open({ rich: "" });
    await field.pressSequentially("from a rich editor");
    await field.press("Enter");
    await expect.poll(() => sent(page)).toEqual(["from a rich editor"]);
    expect(await field.evaluate((editor) => editor === document.activeElement)).toBe(true);
  });
});
