import { expect, it } from "vitest";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { call, enter } from "./fixtures/accounts.ts";
import { openMessenger } from "./fixtures/messenger.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

it("who is blocked writes no direct message, their messages in groups are folded, and both end with the block", async () => {
  const [ann, bob] = [await enter(stage, "Ann Able"), await enter(stage, "Bob Bold")];
  await ann.chat.createGroup({ name: "Everybody", people: [bob.name] });
  await bob.chat.open("Everybody");
  await bob.chat.send("Words that Ann will not read");
  await ann.chat.message("Words that Ann will not read").waitFor();
  await ann.chat.writeTo(bob.name);
  await ann.chat.send("Hello Bob");
  await bob.chat.open(ann.name);
  await bob.chat.message("Hello Bob").waitFor();

  await ann.page.getByRole("button", { name: "Details", exact: true }).click();
  await ann.page.getByRole("complementary").getByRole("button", { name: "Block" }).click();
  const question = ann.chat.dialog(`Block ${bob.name}?`);
  await question.waitFor();
  expect(await findBarriers(ann.page, { isPage: true })).toEqual([]);
  await question.getByRole("button", { name: "Block" }).click();
  await ann.page.getByText("You blocked this person.").waitFor();
  await ann.page.getByRole("button", { name: "Close details" }).click();

  // Bob is not told that he is blocked, only that it does not go.
  await bob.chat.send("Are you there?");
  await bob.page.getByText("You and this person cannot write to each other.").waitFor();

  await ann.chat.open("Everybody");
  const folded = ann.chat.message("Message of a blocked person");
  await folded.waitFor();
  expect(await ann.chat.message("Words that Ann will not read").count()).toBe(0);
  expect(await findBarriers(ann.page, { isPage: true })).toEqual([]);
  const html = await (await ann.context.request.get(new URL(ann.page.url()).pathname)).text();
  const painted = html.replaceAll(/<script\b.*?<\/script>/gs, "");
  expect(painted).toContain("Message of a blocked person");
  expect(painted).not.toContain("Words that Ann will not read");
  await folded.getByRole("button", { name: "Show" }).click();
  await ann.chat.message("Words that Ann will not read").waitFor();

  await ann.chat.row(bob.name).click();
  await ann.page.getByRole("button", { name: "Unblock" }).click();
  await ann.chat.dialog(`Unblock ${bob.name}?`).getByRole("button", { name: "Unblock" }).click();
  await ann.chat.send("Here I am");
  await bob.chat.message("Here I am").waitFor();
  await ann.chat.open("Everybody");
  await ann.chat.message("Words that Ann will not read").waitFor();
});

it("a block is known on one's other devices at once", async () => {
  const [cleo, dan] = [await enter(stage, "Cleo Calm"), await enter(stage, "Dan Dark")];
  await cleo.chat.createGroup({ name: "Two devices", people: [dan.name] });
  await dan.chat.open("Two devices");
  await dan.chat.send("Seen on both");
  await cleo.chat.message("Seen on both").waitFor();
  const second = await openMessenger(cleo.context, new URL(cleo.page.url()).pathname);
  await second.chat.message("Seen on both").waitFor();
  await call(cleo, "user.block", { userId: dan.id });
  for (const { chat } of [cleo, second]) await chat.message("Message of a blocked person").waitFor();
  await call(cleo, "user.unblock", { userId: dan.id });
  for (const { chat } of [cleo, second]) await chat.message("Seen on both").waitFor();
});
