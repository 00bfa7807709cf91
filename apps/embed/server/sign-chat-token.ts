import { SignJWT } from "jose";
import { roomOf } from "../shop/order.ts";
import type { Person } from "../shop/person.ts";
import type { Settings } from "./env.ts";
import { ordersOf } from "./orders.ts";

/** Tells the chat who somebody is, and which orders' rooms are theirs. */
export function signChatToken({ shopUrl, tokenSecret, tokenSeconds }: Settings, person: Person): Promise<string> {
  const rooms = ordersOf(person).map((order) => roomOf(order.id));
  return new SignJWT({ name: person.name, image: shopUrl + person.picture, rooms })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(person.id)
    .setAudience("chat")
    .setIssuedAt()
    .setExpirationTime(`${tokenSeconds} seconds`)
    .sign(new TextEncoder().encode(tokenSecret));
}
