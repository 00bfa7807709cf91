import { randomUUID } from "node:crypto";
import type { Person } from "../shop/person.ts";
import { findPerson } from "./people.ts";

const cookieName = "kiln_session";

/** Who is signed in, by the id in their cookie. Kept in memory: a shop that starts again asks anew. */
const signedIn = new Map<string, string>();

/** Answers the cookie that proves it from now on. */
export function signIn(person: Person): string {
  const id = randomUUID();
  signedIn.set(id, person.id);
  return cookieOf(id);
}

/** Answers the cookie that takes the other one away. */
export function signOut(cookie: string | undefined): string {
  signedIn.delete(sessionIn(cookie));
  return `${cookieOf("")}; Max-Age=0`;
}

export function personOf(cookie: string | undefined): Person | null {
  return findPerson(signedIn.get(sessionIn(cookie)) ?? "") ?? null;
}

const cookieOf = (id: string) => `${cookieName}=${id}; HttpOnly; SameSite=Lax; Path=/`;

function sessionIn(cookie = ""): string {
  return new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(cookie)?.[1] ?? "";
}
