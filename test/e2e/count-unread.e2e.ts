import { describe, expect, it } from "vitest";
import { enter, type Visitor } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

/** Ann and Bob in a group, Bob elsewhere: with a group of his own open. */
async function bobElsewhere(tag: string): Promise<{ ann: Visitor; bob: Visitor; group: string }> {
  const [bob, ann] = await Promise.all([enter(stage, `Bob ${tag}`), enter(stage, `Ann ${tag}`)]);
  const group = `Team ${tag}`;
  await bob.chat.createGroup({ name: `Notes ${tag}` });
  await ann.chat.createGroup({ name: group, people: [bob.name] });
  await bob.chat.row(group).waitFor();
  return { ann, bob, group };
}

describe("somebody who reads another conversation", () => {
  it("sees badges for messages and for mentions, and the count in the tab", async () => {
    const { ann, bob, group } = await bobElsewhere("Badge");
    await ann.chat.send("First");
    await ann.chat.send("Second");
    await bob.chat.row(group).getByText("2 unread messages").waitFor();
    await bob.chat.row(group).getByText("Second").waitFor();
    await expect.poll(() => bob.page.title()).toBe("(2) Notes Badge — @chat");
    expect(
      await bob.chat
        .row(group)
        .getByText(/mention/)
        .count(),
    ).toBe(0);

    await ann.chat.composer.pressSequentially("@Bob B");
    await ann.page.getByRole("listbox", { name: "People to mention" }).getByRole("option", { name: bob.name }).waitFor();
    await ann.chat.composer.press("Enter");
    await ann.chat.composer.pressSequentially("please look");
    await ann.chat.composer.press("Enter");
    await bob.chat.row(group).getByText("1 mention", { exact: true }).waitFor();
    await bob.chat.row(group).getByText("3 unread messages").waitFor();
    await expect.poll(() => bob.page.title()).toBe("(3) Notes Badge — @chat");

    await bob.chat.open(group);
    await bob.chat.message("please look").waitFor();
    await expect.poll(() => bob.page.title()).toBe("Team Badge — @chat");
    await expect
      .poll(() =>
        bob.chat
          .row(group)
          .getByText(/unread|mention/)
          .count(),
      )
      .toBe(0);
    await bob.page.reload();
    await bob.chat.message("please look").waitFor();
    await expect.poll(() => bob.page.title()).toBe("Team Badge — @chat");
  });

  it("has the unread line where reading stopped, which stays for the visit", async () => {
    const { ann, bob, group } = await bobElsewhere("Line");
    await bob.chat.open(group);
    await ann.chat.send("Known");
    await bob.chat.message("Known").waitFor();
    await expect
      .poll(() =>
        ann.chat
          .message("Known")
          .getByRole("img", { name: `Seen by ${bob.name}` })
          .count(),
      )
      .toBe(1);
    await bob.chat.open("Notes Line");
    await ann.chat.send("New one");
    await bob.chat.row(group).getByText("1 unread message").waitFor();
    await bob.chat.open(group);
    const line = bob.chat.log.getByRole("separator", { name: "New messages from here" });
    await line.waitFor();
    await expect.poll(() => bob.page.title()).toBe("Team Line — @chat");
    await ann.chat.send("Another");
    await bob.chat.message("Another").waitFor();
    const order = await bob.chat.log.evaluate((log) =>
      [...log.querySelectorAll('[role="separator"][aria-label="New messages from here"], [data-slot="markdown"]')].map(
        (element) => element.textContent,
      ),
    );
    expect(order).toEqual(["Known", "New", "New one", "Another"]);
    await expect
      .poll(() =>
        ann.chat
          .message("Another")
          .getByRole("img", { name: `Seen by ${bob.name}` })
          .count(),
      )
      .toBe(1);
    await bob.chat.open("Notes Line");
    await bob.chat.open(group);
    await bob.chat.message("Another").waitFor();
    await line.waitFor({ state: "hidden" });
  });
});

describe("marking unread", () => {
  it("holds from the chosen message on until the conversation is opened again", async () => {
    const { ann, bob, group } = await bobElsewhere("Mark");
    await bob.chat.open(group);
    for (const text of ["One", "Two", "Three"]) await ann.chat.send(text);
    await bob.chat.message("Three").waitFor();
    await expect
      .poll(() =>
        ann.chat
          .message("Three")
          .getByRole("img", { name: `Seen by ${bob.name}` })
          .count(),
      )
      .toBe(1);

    await bob.chat.choose(bob.chat.message("Two"), "Mark unread from here");
    await bob.chat.row(group).getByText("2 unread messages").waitFor();
    await expect.poll(() => bob.page.title()).toBe("(2) Team Mark — @chat");
    await bob.page.reload();
    await expect.poll(() => bob.page.title()).toMatch(/Team Mark — @chat/);
    await bob.chat.open("Notes Mark");
    await bob.chat.open(group);
    await expect.poll(() => bob.page.title()).toBe("Team Mark — @chat");
    await expect
      .poll(() =>
        bob.chat
          .row(group)
          .getByText(/unread/)
          .count(),
      )
      .toBe(0);
  });

  it("reads on after the menu of the whole conversation marked it", async () => {
    const { ann, bob, group } = await bobElsewhere("Menu");
    await bob.chat.open(group);
    await ann.chat.send("Only this");
    await bob.chat.message("Only this").waitFor();
    await bob.page.getByRole("button", { name: "More", exact: true }).click();
    await bob.page.getByRole("menuitem", { name: "Mark as unread" }).click();
    await bob.chat.row(group).getByText("1 unread message").waitFor();
    await bob.chat.open("Notes Menu");
    await expect.poll(() => bob.page.title()).toBe("(1) Notes Menu — @chat");
  });
});
