import { describe, expect, it } from "vitest";
import { enter } from "./fixtures/accounts.ts";
import { openMessenger } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

describe("two tabs of one person", () => {
  it("agree on what was read and on what was sent", async () => {
    const [ann, bob] = await Promise.all([enter(stage, "Ann Tabs"), enter(stage, "Bob Tabs")]);
    await ann.chat.writeTo(bob.name);
    await ann.chat.send("One for both tabs");
    const second = await openMessenger(bob.context);
    await bob.chat.row(ann.name).getByText("1 unread message").waitFor();
    await second.chat.row(ann.name).getByText("1 unread message").waitFor();
    await expect.poll(() => bob.page.title()).toBe("(1) @chat");

    await second.page.bringToFront();
    await second.chat.open(ann.name);
    await second.chat.message("One for both tabs").waitFor();
    await bob.chat.row(ann.name).getByText("unread").waitFor({ state: "hidden" });
    await expect.poll(() => bob.page.title()).toBe("@chat");

    await bob.page.bringToFront();
    await bob.chat.open(ann.name);
    await second.chat.send("Typed in the second tab");
    await bob.chat.message("Typed in the second tab").waitFor();
    await ann.chat.message("Typed in the second tab").waitFor();
    await bob.chat.send("And in the first");
    await second.chat.message("And in the first").waitFor();
    const all = ["One for both tabs", "Typed in the second tab", "And in the first"];
    for (const { chat } of [bob, second, ann]) await expect.poll(() => chat.texts()).toEqual(all);
  });

  it("are both signed out by one", async () => {
    const ann = await enter(stage, "Ann Leaves");
    const second = await openMessenger(ann.context);
    await second.chat.button("Profile and settings").click();
    await second.chat.dialog("Profile and settings").getByRole("button", { name: "Sign out", exact: true }).click();
    await second.page.waitForURL("**/sign-in**");
    await ann.page.waitForURL("**/sign-in**");
    await ann.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  });

  it("on two devices: one signs the other out from the list of sessions", async () => {
    const ann = await enter(stage, "Ann Devices");
    const other = await stage.visit();
    await other.request.post("/api/auth/sign-in/email", {
      headers: { origin: stage.app.url },
      data: { email: ann.email, password: ann.password },
    });
    const far = await openMessenger(other);
    await far.chat.list.waitFor();
    await ann.chat.button("Profile and settings").click();
    const profile = ann.chat.dialog("Profile and settings");
    await profile.getByRole("tab", { name: "Security" }).click();
    await profile.getByText("This device").waitFor();
    await profile.getByRole("button", { name: /^Sign out Chrom/ }).click();
    await far.page.waitForURL("**/sign-in**");
    await profile.getByRole("button", { name: /^Sign out Chrom/ }).waitFor({ state: "hidden" });
    await profile.getByRole("button", { name: "Close" }).click();
    await ann.chat.list.waitFor();
  });
});
