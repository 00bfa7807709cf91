import { v7 as uuidv7 } from "uuid";
import { demoPeople, displayName, personKey } from "../people.ts";
import { rooms } from "../rooms.ts";
import type { PlacedLine } from "./place-days.ts";
import type { UserRow } from "./rows.ts";

const DAY = 86_400_000;

/** The rows of everyone who is in a room or speaks in the slice, by key; demo people first. */
export function planPeople(lines: readonly PlacedLine[], now: Date): Map<string, UserRow> {
  const accounts = new Map(demoPeople.map((person) => [personKey(person), person]));
  const keys = [...new Set([...accounts.keys(), ...rooms.flatMap((room) => room.people), ...lines.map((line) => line.nick)])];
  const start = (lines[0]?.moment ?? now).getTime() - DAY;
  return new Map(
    keys.map((key, index) => {
      const createdAt = new Date(start + index * 60_000);
      const id = uuidv7({ msecs: createdAt.getTime() });
      const account = accounts.get(key);
      const lastSeenAt = lines.findLast((line) => line.nick === key)?.moment ?? createdAt;
      return [
        key,
        {
          id,
          externalId: id,
          name: displayName(key),
          email: account?.email ?? null,
          emailVerified: account !== undefined,
          role: account?.role ?? "user",
          lastSeenAt,
          createdAt,
        },
      ];
    }),
  );
}
