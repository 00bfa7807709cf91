import type { UserRef } from "@chat/contract";
import type { PeoplePage } from "../message/timeline-message.ts";

type Read = (cursor: string | undefined) => Promise<{ items: readonly { user: UserRef }[]; cursor: string | null }>;

/** A list of the server's as pages of people, each of which brings the next. */
export async function peoplePages(read: Read, cursor?: string): Promise<PeoplePage> {
  const { items, cursor: next } = await read(cursor);
  return { people: items.map(({ user }) => user), more: next === null ? undefined : () => peoplePages(read, next) };
}
