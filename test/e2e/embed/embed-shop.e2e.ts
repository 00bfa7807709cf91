import { expect, test } from "vitest";
import { useShop } from "./use-shop.ts";

const shop = await useShop();

test("a customer and the workshop talk in the order's room, from a page of another origin", async () => {
  const [mira, noor] = await Promise.all([shop.enter("Mira"), shop.enter("Noor")]);
  await Promise.all([mira.openOrder("4711"), noor.openOrder("4711")]);
  await mira.chat.send("Is the long plate fired yet?");
  await noor.chat.message("Is the long plate fired yet?").waitFor();
  await noor.chat.send("This morning. It goes out today.");
  await mira.chat.message("It goes out today.").waitFor();
  expect(await mira.chat.message("Is the long plate").count()).toBe(1);
});
