import type { Person } from "../shop/person.ts";
import type { Settings } from "./env.ts";
import { ordersOf } from "./orders.ts";
import { findPerson, people } from "./people.ts";
import { personOf, signIn, signOut } from "./sessions.ts";
import { signChatToken } from "./sign-chat-token.ts";

export interface Call {
  readonly cookie: string | undefined;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly cookie?: string;
}

type Route = (call: Call, settings: Settings) => Reply | Promise<Reply>;

/** For people who are signed in. */
const forPerson =
  (answer: (person: Person, settings: Settings) => unknown): Route =>
  async ({ cookie }, settings) => {
    const person = personOf(cookie);
    return person === null ? { status: 401 } : { status: 200, body: await answer(person, settings) };
  };

/** The whole backend of the shop. What the chat needs of it is the last line. */
export const routes: Readonly<Record<string, Route>> = {
  "GET /api/shop": ({ cookie }, { chatUrl }) => ({ status: 200, body: { me: personOf(cookie), people, chatUrl } }),
  "POST /api/sign-in": ({ body }) => {
    const person = findPerson(String(body));
    return person === undefined ? { status: 404 } : { status: 200, body: person, cookie: signIn(person) };
  },
  "POST /api/sign-out": ({ cookie }) => ({ status: 200, cookie: signOut(cookie) }),
  "GET /api/orders": forPerson((person) => ordersOf(person)),
  "POST /api/chat-token": forPerson(async (person, settings) => ({ token: await signChatToken(settings, person) })),
};
