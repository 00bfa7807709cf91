import { expect, it } from "vitest";
import { call, enter } from "../fixtures/accounts.ts";
import { hydrated } from "../fixtures/messenger.ts";
import { useStage } from "../fixtures/stage.ts";

const stage = useStage();

it("shows what comes after a reload, in a conversation that is too short to be scrolled", async () => {
  const [ann, ben] = [await enter(stage, "Ann"), await enter(stage, "Ben")];
  await ann.chat.createGroup({ name: "Short", people: [ben.name] });
  await ann.chat.send("Before");
  await ben.chat.open("Short");
  await ben.chat.message("Before").waitFor();
  await ben.page.reload();
  await hydrated(ben.page);
  // No key reaches a system line, so that it is no row which stays mounted for the keyboard.
  const channelId = /\/c\/([^/?]+)/.exec(ben.page.url())?.[1] ?? "";
  await call(ann, "channel.update", { channelId, description: "Brief" });
  await ben.chat.line("changed the description").waitFor();
  await ann.chat.send("After");
  await ben.chat.message("After").waitFor();
  expect((await ben.chat.texts()).slice(-2)).toEqual(["Before", "After"]);
});
