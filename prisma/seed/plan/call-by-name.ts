import type { Membership } from "./plan-memberships.ts";
import { mentionLink, type Cast } from "./plan-timeline.ts";
import type { MessageRow } from "./rows.ts";

interface CallInput {
  readonly messages: readonly MessageRow[];
  readonly memberships: readonly Membership[];
  readonly people: Cast;
  readonly called: Set<string>;
}

/** Calls one account holder, whose turn it is and who has been silent the longest, by name: so each has a mention waiting somewhere. */
export function callByName({ messages, memberships, people, called }: CallInput): void {
  const lastWord = (key: string) => messages.findLast((row) => row.authorId === people.idOf(key))?.seq ?? 0;
  const turns = memberships
    .filter(({ key }) => people.hasAccount(people.idOf(key)) && !called.has(key))
    .map(({ key }) => ({ key, spoke: lastWord(key) }))
    .toSorted((a, b) => a.spoke - b.spoke);
  for (const { key, spoke } of turns) {
    const row = messages.findLast(
      (message) =>
        message.seq > spoke && message.kind === "text" && message.mentionIds.length === 0 && message.replyToId === null,
    );
    if (!row) continue;
    row.text = `${mentionLink(key, people)} ${row.text}`;
    row.mentionIds = [people.idOf(key)];
    called.add(key);
    return;
  }
}
