import { readFile } from "node:fs/promises";
import { createChatClient } from "@chat/client";
import type { ShopChat } from "../chat.config.ts";
import { roomOf, type Order } from "../shop/order.ts";
import type { Person } from "../shop/person.ts";
import type { Settings } from "./env.ts";
import { ordersOf } from "./orders.ts";
import { people } from "./people.ts";
import { signChatToken } from "./sign-chat-token.ts";

/**
 * Every order has its room, with the customer and the workshop in it, so that either hears the other's first word. Run as often as you like: a
 * room that is there stays as it is. A real shop does this when it takes an order.
 */
export async function openOrderRooms(settings: Settings): Promise<void> {
  const workshopFirst = people.toSorted((a, b) => Number(b.role === "support") - Number(a.role === "support"));
  for (const person of workshopFirst) await openRoomsOf(settings, person);
}

async function openRoomsOf(settings: Settings, person: Person): Promise<void> {
  const client = createChatClient<ShopChat>({ url: settings.chatUrl, getToken: () => signChatToken(settings, person) });
  try {
    for (const order of ordersOf(person)) {
      const { channel } = await client.channels.ensure({
        key: roomOf(order.id),
        name: `Order ${order.id}`,
        description: order.items.map(({ name }) => name).join(", "),
        image: await pictureOf(order),
      });
      // The same clientId is the same message for ever, so nobody is greeted twice.
      if (person.role === "support")
        await client.messages.send(channel.id, { clientId: `welcome-${order.id}`, text: welcome(order) });
    }
  } finally {
    client.close();
  }
}

const welcome = ({ customerName }: Order) =>
  `Hello ${customerName.split(" ")[0]}, thank you for your order! Noor here, from the workshop. Ask me anything about it.`;

async function pictureOf({ items }: Order): Promise<string | null> {
  const [first] = items;
  if (first === undefined) return null;
  const bytes = await readFile(new URL(`../public${first.picture}`, import.meta.url));
  return `data:image/png;base64,${bytes.toString("base64")}`;
}
