import { describe, expect, it } from "vitest";
import { enter } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

describe("several messages", () => {
  it("are forwarded to another conversation under their author's name", async () => {
    const [ann, bob] = await Promise.all([enter(stage, "Ann Forward"), enter(stage, "Bob Forward")]);
    await ann.chat.writeTo(bob.name);
    await bob.chat.writeTo(ann.name);
    await bob.chat.send("The plan");
    await bob.chat.send("has two parts");
    await ann.chat.message("has two parts").waitFor();
    await ann.chat.createGroup({ name: "Planning" });
    await ann.chat.open(bob.name);
    await ann.chat.choose(ann.chat.message("The plan"), "Select");
    await ann.chat.message("has two parts").getByRole("checkbox").click();
    await ann.page.getByRole("toolbar", { name: "Selected messages" }).getByRole("button", { name: "Forward" }).click();
    const dialog = ann.chat.dialog("Forward 2 messages");
    await dialog.getByRole("searchbox", { name: "Find a conversation" }).fill("plan");
    await dialog.getByRole("button", { name: "Planning" }).click();
    await ann.page.getByText("Forwarded to Planning").waitFor();
    await ann.chat.composer.waitFor();
    await ann.chat.open("Planning");
    await ann.chat.message("The plan").getByText(`Forwarded from ${bob.name}`).waitFor();
    await ann.chat.message("has two parts").waitFor();
  });

  it("are deleted at once, where all of them may be", async () => {
    const [ann, bob] = await Promise.all([enter(stage, "Ann Clears"), enter(stage, "Bob Clears")]);
    await ann.chat.writeTo(bob.name);
    await bob.chat.writeTo(ann.name);
    await bob.chat.send("Mine to keep");
    for (const text of ["First slip", "Second slip"]) await ann.chat.send(text);
    await bob.chat.message("Second slip").waitFor();
    await ann.chat.message("Mine to keep").waitFor();
    await ann.chat.choose(ann.chat.message("First slip"), "Select");
    await ann.chat.message("Mine to keep").getByRole("checkbox").click();
    const bar = ann.page.getByRole("toolbar", { name: "Selected messages" });
    await bar.getByText("2 selected").waitFor();
    expect(await bar.getByRole("button", { name: "Delete selected messages" }).count()).toBe(0);
    await ann.chat.message("Mine to keep").getByRole("checkbox").click();
    await ann.chat.message("Second slip").getByRole("checkbox").click();
    await bar.getByRole("button", { name: "Delete selected messages" }).click();
    await ann.chat.dialog("Delete 2 messages?").getByRole("button", { name: "Delete" }).click();
    for (const { chat } of [ann, bob]) {
      await expect.poll(() => chat.line("This message was deleted").count()).toBe(2);
      await chat.message("Mine to keep").waitFor();
    }
  });
});

describe("the map of keys", () => {
  it("opens by a question mark, but not while one writes", async () => {
    const ann = await enter(stage, "Ann Asks");
    await ann.chat.createGroup({ name: "Questions" });
    await ann.chat.composer.pressSequentially("Why?");
    expect(await ann.chat.composer.inputValue()).toBe("Why?");
    expect(await ann.chat.dialog("Keyboard shortcuts").count()).toBe(0);
    await ann.chat.button("Details").focus();
    await ann.page.keyboard.press("?");
    const map = ann.chat.dialog("Keyboard shortcuts");
    await map.getByText("Search conversations").waitFor();
    await ann.page.keyboard.press("Escape");
    await map.waitFor({ state: "detached" });
    await expect.poll(() => ann.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Details");
  });
});
