import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter, type Visitor } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";
import { openActions } from "./fixtures/messenger.ts";

const stage = useStage();

/** Opens the details of the group on screen. */
async function details({ page }: Visitor): Promise<Locator> {
  await page.getByRole("button", { name: "Details", exact: true }).click();
  return page.getByRole("complementary", { name: "Group details" });
}

async function chooseFor({ page }: Visitor, panel: Locator, member: string, item: string): Promise<void> {
  await panel.getByRole("button", { name: `Actions for ${member}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

describe("a group", () => {
  it("is made with members, renamed, and people come and go, each with a line for all", async () => {
    const [olive, max, pat] = await Promise.all([enter(stage, "Olive Oak"), enter(stage, "Max Maple"), enter(stage, "Pat Pine")]);
    await olive.chat.createGroup({ name: "Garden", people: [max.name] });
    await olive.chat.line(`${olive.name} created the group`).waitFor();
    await max.chat.open("Garden");
    await max.chat.line(`${olive.name} created the group`).waitFor();

    const panel = await details(olive);
    await panel.getByRole("button", { name: "Edit details" }).click();
    await panel.getByRole("textbox", { name: "Name" }).fill("Orchard");
    await panel.getByRole("button", { name: "Save" }).click();
    for (const { chat, page } of [olive, max]) {
      await chat.line(`${olive.name} renamed the group to “Orchard”`).waitFor();
      await chat.row("Orchard").waitFor();
      await page.getByRole("textbox", { name: "Message Orchard" }).waitFor();
    }

    await panel.getByRole("button", { name: "Add people" }).click();
    const dialog = olive.chat.dialog("Add people");
    await dialog.getByRole("combobox", { name: "Search people" }).fill("Pine");
    await dialog.getByRole("option", { name: pat.name }).click();
    await dialog.getByRole("button", { name: "Add 1 person" }).click();
    await max.chat.line(`${olive.name} added ${pat.name}`).waitFor();
    await pat.chat.open("Orchard");
    await pat.chat.send("Thanks for having me");
    await max.chat.message("Thanks for having me").waitFor();
    await panel.getByRole("listitem").filter({ hasText: pat.name }).waitFor();

    await chooseFor(olive, panel, pat.name, "Remove from group");
    await olive.chat.dialog(`Remove ${pat.name}?`).getByRole("button", { name: "Remove" }).click();
    await max.chat.line(`${olive.name} removed ${pat.name}`).waitFor();
    await pat.chat.row("Orchard").waitFor({ state: "hidden" });
    await pat.page.getByText("This conversation is not here").waitFor();
    await panel.getByRole("listitem").filter({ hasText: pat.name }).waitFor({ state: "hidden" });
  });

  it("gives a moderator the rights to edit at once, takes them back, and can be handed over", async () => {
    // One after the other: the first of a site is its admin, whom nobody mutes.
    const [olive, max] = [await enter(stage, "Olive Olm"), await enter(stage, "Max Mulberry")];
    await olive.chat.createGroup({ name: "Roles", people: [max.name] });
    await max.chat.open("Roles");
    const panel = await details(olive);
    const others = await details(max);
    const edit = others.getByRole("button", { name: "Edit details" });
    await others.getByRole("listitem").filter({ hasText: olive.name }).getByText("Owner").waitFor();
    expect(await edit.count()).toBe(0);

    await chooseFor(olive, panel, max.name, "Make moderator");
    await max.chat.line(`${olive.name} made ${max.name} moderator`).waitFor();
    await edit.waitFor();
    await others.getByRole("listitem").filter({ hasText: max.name }).getByText("Moderator").waitFor();
    await chooseFor(olive, panel, max.name, "Make member");
    await edit.waitFor({ state: "hidden" });

    await chooseFor(olive, panel, max.name, "Mute in this group");
    const asked = olive.chat.dialog(`Mute ${max.name} in this group?`);
    await asked.getByRole("button", { name: "Mute", exact: true }).click();
    await asked.getByRole("alert").filter({ hasText: "Give a reason." }).waitFor();
    await asked.getByRole("textbox", { name: "Reason" }).fill("Too many puns");
    await asked.getByRole("combobox", { name: "For how long" }).selectOption("1 hour");
    await asked.getByRole("button", { name: "Mute", exact: true }).click();
    await panel
      .getByRole("listitem")
      .filter({ hasText: max.name })
      .getByText(/^Muted until/)
      .waitFor();
    const told = max.chat.dialog("You are muted in Roles");
    await told.getByText("Too many puns").waitFor();
    await told.getByRole("button", { name: "I understand" }).click();
    const notice = max.page.locator('[data-slot="mute-notice"]');
    await notice.getByText("Too many puns").waitFor();
    await notice.getByText(/^Until /).waitFor();
    expect(await max.chat.composer.count()).toBe(0);
    await chooseFor(olive, panel, max.name, "Let them write again");
    await notice.waitFor({ state: "hidden" });
    await max.chat.composer.waitFor();

    await chooseFor(olive, panel, max.name, "Transfer ownership");
    await olive.chat.dialog(`Make ${max.name} the owner?`).getByRole("button", { name: "Transfer ownership" }).click();
    for (const { chat } of [olive, max]) await chat.line(`${olive.name} handed the group over to ${max.name}`).waitFor();
    await others.getByRole("button", { name: "Archive group" }).waitFor();
    await panel.getByRole("button", { name: "Archive group" }).waitFor({ state: "hidden" });
  });

  it("that is public is found, joined and left; its last owner is told what to do first", async () => {
    const [olive, max] = await Promise.all([enter(stage, "Olive Orange"), enter(stage, "Max Mango")]);
    await olive.chat.createGroup({ name: "Open kitchen", isPublic: true });
    await olive.chat.createGroup({ name: "Closed kitchen" });

    await max.chat.list.getByRole("button", { name: "Browse groups" }).click();
    const browse = max.chat.dialog("Browse groups");
    await browse.getByRole("textbox", { name: "Search public groups" }).fill("kitchen");
    await browse.getByRole("listitem").filter({ hasText: "Open kitchen" }).waitFor();
    expect(await browse.getByText("Closed kitchen").count()).toBe(0);
    await browse.getByRole("listitem").filter({ hasText: "Open kitchen" }).getByRole("button", { name: "Join" }).click();
    await max.page.getByRole("textbox", { name: "Message Open kitchen" }).waitFor();
    await max.chat.line("Max Mango joined").waitFor();

    await olive.chat.open("Open kitchen");
    await olive.chat.button("More").click();
    await olive.page.getByRole("menuitem", { name: "Leave group" }).click();
    await olive.chat.dialog("Leave Open kitchen?").getByRole("button", { name: "Leave" }).click();
    await olive.chat.dialog("You are the only owner").getByRole("button", { name: "Close" }).last().click();
    await olive.chat.row("Open kitchen").waitFor();

    await max.chat.button("More").click();
    await max.page.getByRole("menuitem", { name: "Leave group" }).click();
    await max.chat.dialog("Leave Open kitchen?").getByRole("button", { name: "Leave" }).click();
    await max.chat.row("Open kitchen").waitFor({ state: "hidden" });
    await olive.chat.line("Max Mango left").waitFor();
    await max.page.waitForURL(/\/$/);
  });

  it("that is archived can be read but not written to, until it is opened again", async () => {
    const [olive, max] = await Promise.all([enter(stage, "Olive Ochre"), enter(stage, "Max Magenta")]);
    await olive.chat.createGroup({ name: "Finished", people: [max.name] });
    await max.chat.open("Finished");
    await max.chat.send("Last words");
    await olive.chat.message("Last words").waitFor();
    const panel = await details(olive);
    await panel.getByRole("button", { name: "Archive group" }).click();
    await olive.chat.dialog("Archive Finished?").getByRole("button", { name: "Archive" }).click();
    for (const { chat, page } of [olive, max]) {
      await page.getByText("This group is archived. Nobody can write here.").waitFor();
      await chat.composer.waitFor({ state: "hidden" });
      await chat.message("Last words").waitFor();
      await chat.row("Finished").getByText("Archived", { exact: true }).waitFor();
    }
    await openActions(max.chat.message("Last words"));
    await max.page.getByRole("menuitem", { name: "Copy text" }).waitFor();
    expect(await max.page.getByRole("menuitem", { name: /Edit|Delete|Reply/ }).count()).toBe(0);
    await max.page.keyboard.press("Escape");

    await panel.getByRole("button", { name: "Reopen group" }).click();
    await max.chat.composer.waitFor();
    await max.chat.send("And we are back");
    await olive.chat.message("And we are back").waitFor();
  });
});
