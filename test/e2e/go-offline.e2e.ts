import { describe, expect, it } from "vitest";
import { enter } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();
/** What a browser itself says when the network is away. */
const expects = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection to .* failed|503 \(Service Unavailable\)/;

async function twoTalking(first: string, second: string) {
  const [ann, bob] = await Promise.all([enter(stage, first, { expects }), enter(stage, second, { expects })]);
  await ann.chat.writeTo(bob.name);
  await bob.chat.writeTo(ann.name);
  await ann.chat.send("Before");
  await bob.chat.message("Before").waitFor();
  return { ann, bob };
}

describe("a browser without network", () => {
  it("keeps what is written, and sends it once and in order when it is back", async () => {
    const { ann, bob } = await twoTalking("Ann Away", "Bob Away");
    await ann.context.setOffline(true);
    await ann.chat.banner.getByText("You are offline").waitFor();
    const mine = Array.from({ length: 5 }, (_, at) => `From the tunnel ${at + 1}`);
    for (const text of mine) await ann.chat.send(text);
    for (const text of mine) await ann.chat.message(text).getByRole("img", { name: "Sending" }).waitFor();
    expect(await ann.chat.composer.inputValue()).toBe("");
    const theirs = ["Are you there?", "Hello?"];
    for (const text of theirs) await bob.chat.send(text);

    await ann.context.setOffline(false);
    for (const text of theirs) await ann.chat.message(text).waitFor();
    await bob.chat.message("tunnel 5").waitFor();
    const all = ["Before", ...theirs, ...mine];
    await expect.poll(() => ann.chat.texts()).toEqual(all);
    await expect.poll(() => bob.chat.texts()).toEqual(all);
    await ann.chat.log.getByRole("img", { name: "Sending" }).first().waitFor({ state: "hidden" });
    await ann.chat.banner.waitFor({ state: "hidden" });
    await bob.page.reload();
    await expect.poll(() => bob.chat.texts()).toEqual(all);
  });

  it("opens its menus, and waits with what it has not loaded yet", async () => {
    const { ann } = await twoTalking("Ann Opens", "Bob Opens");
    await ann.page.waitForLoadState("networkidle");
    await ann.context.setOffline(true);
    await ann.chat.banner.getByText("You are offline").waitFor();
    await ann.chat.button("More").click();
    await ann.page.getByRole("menuitem", { name: "Pin to top" }).waitFor();
    await ann.page.keyboard.press("Escape");
    await ann.chat.button("Add an emoji").click();
    await ann.page.getByRole("dialog", { name: "Choose an emoji" }).waitFor();
    await ann.chat.message("Before").waitFor();
    await ann.context.setOffline(false);
    await ann.page.getByRole("dialog", { name: "Choose an emoji" }).getByRole("gridcell").first().waitFor();
  });

  it("catches up with edits and deletions that it missed", async () => {
    const { ann, bob } = await twoTalking("Ann Missed", "Bob Missed");
    await bob.chat.send("To be changed");
    await bob.chat.send("To be taken away");
    await ann.chat.message("To be taken away").waitFor();
    await ann.context.setOffline(true);
    await ann.chat.banner.getByText("You are offline").waitFor();
    await bob.chat.choose(bob.chat.message("To be taken away"), "Delete message");
    await bob.chat.dialog("Delete this message?").getByRole("button", { name: "Delete" }).click();
    await bob.chat.line("This message was deleted").waitFor();
    await bob.chat.composer.press("ArrowUp");
    await expect.poll(() => bob.chat.composer.inputValue()).toBe("To be changed");
    await bob.chat.composer.fill("Changed");
    await bob.chat.composer.press("Enter");
    await bob.chat.message("Changed").getByText("(edited)").waitFor();
    await ann.context.setOffline(false);
    await ann.chat.message("Changed").getByText("(edited)").waitFor();
    await ann.chat.line("This message was deleted").waitFor();
    expect(await ann.chat.texts()).toEqual(["Before", "Changed"]);
  });
});

describe("a server that dies", () => {
  it("loses nothing and repeats nothing when it is started again", async () => {
    const { ann, bob } = await twoTalking("Ann Crash", "Bob Crash");
    await stage.app.kill();
    await ann.chat.banner.getByText(/offline|Reconnecting/).waitFor();
    await ann.chat.send("Said into the dark");
    await bob.chat.send("Me too");
    await ann.chat.message("Said into the dark").getByRole("img", { name: "Sending" }).waitFor();
    await stage.app.start();
    await ann.chat.message("Me too").waitFor({ timeout: 45_000 });
    await bob.chat.message("Said into the dark").waitFor({ timeout: 45_000 });
    await expect.poll(async () => [...(await ann.chat.texts())].sort()).toEqual(["Before", "Me too", "Said into the dark"]);
    await expect.poll(() => bob.chat.texts()).toEqual(await ann.chat.texts());
    await ann.chat.banner.waitFor({ state: "hidden" });
    await ann.chat.send("Everything is well");
    await bob.chat.message("Everything is well").waitFor();
  });
});

describe("a message that is refused", () => {
  it("stays with the reason, and can be sent again or thrown away", async () => {
    const { ann, bob } = await twoTalking("Ann Muted", "Bob Muted");
    await ann.context.setOffline(true);
    await ann.chat.banner.getByText("You are offline").waitFor();
    await ann.chat.send("Let me speak");
    await ann.chat.send("Never mind this");
    await stage.app.sql(`INSERT INTO "Sanction" (id, type, "userId") VALUES (gen_random_uuid(), 'mute', $1)`, [ann.id]);
    await ann.context.setOffline(false);
    await ann.chat.message("Let me speak").getByText("Not sent: You are muted").waitFor();
    await ann.chat.message("Never mind this").getByText("Not sent: You are muted").waitFor();
    await ann.chat.dialog("You are muted").getByRole("button", { name: "I understand" }).click();
    await ann.chat.message("Never mind this").getByRole("button", { name: "Discard" }).click();
    await ann.chat.message("Never mind this").waitFor({ state: "hidden" });
    await ann.chat.message("Let me speak").getByRole("button", { name: "Retry" }).click();
    await ann.chat.message("Let me speak").getByText("Not sent: You are muted").waitFor();

    await stage.app.sql(`UPDATE "Sanction" SET "liftedAt" = now() WHERE "userId" = $1`, [ann.id]);
    await ann.chat.message("Let me speak").getByRole("button", { name: "Retry" }).click();
    await bob.chat.message("Let me speak").waitFor();
    await ann.chat.message("Let me speak").getByText("Not sent").waitFor({ state: "hidden" });
    // Nobody was told that it is lifted: this test wrote it past the server.
    await ann.page.reload();
    await ann.chat.send("Thank you");
    await bob.chat.message("Thank you").waitFor();
    expect(await bob.chat.texts()).toEqual(["Before", "Let me speak", "Thank you"]);
  });
});
