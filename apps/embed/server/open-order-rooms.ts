import { readFile } from "node:fs/promises";
import { createChatClient } from "@chat/client";
import type { ShopChat } from "../chat.config.ts";
import { roomOf, type Order } from "../shop/order.ts";
import type { Person } from "../shop/person.ts";
import type { Settings } from "./env.ts";
import { ordersOf } from "./orders.ts";
import { customers, workshop } from "./people.ts";
import { signChatToken } from "./sign-chat-token.ts";

/**
 * Every order has its room, with the customer and the workshop in it, so that either hears the other's first word. Run it as often as you like: a
 * room that is there stays as it is. A real shop does this when it takes an order.
 */
export async function openOrderRooms(settings: Settings): Promise<void> {
  const enterAs = (person: Person) =>
    createChatClient<ShopChat>({ url: settings.chatUrl, getToken: () => signChatToken(settings, person) });
  const desk = enterAs(workshop);
  for (const customer of customers) {
    const client = enterAs(customer);
    for (const order of ordersOf(customer)) {
      const key = roomOf(order.id);
      const { channel } = await desk.channels.ensure({ key, name: `Order ${order.id}`, image: await pictureOf(order) });
      await client.channels.ensure({ key });
      // The same clientId is the same message for ever, so nobody is welcomed twice.
      await desk.messages.send(channel.id, { clientId: `welcome-${order.id}`, text: welcome(order) });
    }
    client.close();
  }
  desk.close();
}

const welcome = ({ customerName }: Order) =>
  `Hello ${customerName.split(" ")[0]}, thank you for your order! Noor here, from the workshop. Ask me anything about it.`;

/** The first item's, as the `data:` URL that the chat takes. */
async function pictureOf({ items }: Order): Promise<string | null> {
  const [first] = items;
  if (first === undefined) return null;
  const bytes = await readFile(new URL(`../public${first.picture}`, import.meta.url));
  return `data:image/png;base64,${bytes.toString("base64")}`;
}
