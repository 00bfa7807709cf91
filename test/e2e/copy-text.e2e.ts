import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

/** The page as it is on http:// in a local network: it has no `navigator.clipboard`. */
async function withoutHttps(page: Page): Promise<void> {
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
}

describe("copying on a page without https", () => {
  it("copies a message, a block of code and several messages, and says so", async () => {
    const ann = await enter(stage, "Ann Copies");
    await ann.chat.createGroup({ name: "Clips" });
    for (const text of ["First line", "```\nconst a = 1;\n```"]) await ann.chat.send(text);
    await withoutHttps(ann.page);
    const pasted = async () => {
      await ann.chat.composer.fill("");
      await ann.chat.composer.press("ControlOrMeta+V");
      return ann.chat.composer.inputValue();
    };

    await ann.chat.choose(ann.chat.message("First line"), "Copy text");
    expect(await pasted()).toBe("First line");

    const code = ann.chat.message("const a = 1;");
    await code.getByRole("button", { name: "Copy code" }).click();
    await code.getByRole("button", { name: "Copied" }).waitFor();
    expect(await pasted()).toBe("const a = 1;");

    await ann.chat.composer.fill("");
    await ann.chat.choose(ann.chat.message("First line"), "Select");
    await code.getByRole("checkbox").click();
    await ann.page.getByRole("button", { name: "Copy selected messages" }).click();
    await ann.page.getByText("Copied", { exact: true }).waitFor();
    expect(await pasted()).toMatch(/\] (.+): First line\n\[.+\] \1: ```/);
  });

  it("tells where the browser lets nothing be copied", async () => {
    const ann = await enter(stage, "Ann Refused");
    await ann.chat.createGroup({ name: "Refusals" });
    await ann.chat.send("Stays here");
    await withoutHttps(ann.page);
    await ann.page.evaluate(() => (document.execCommand = () => false));
    await ann.chat.choose(ann.chat.message("Stays here"), "Copy text");
    await ann.page.getByRole("alert").getByText("The browser does not let this page copy.").waitFor();
  });
});
