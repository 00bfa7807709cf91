import { demoPeople, personKey, regulars } from "../people.ts";
import { directs, rooms } from "../rooms.ts";
import type { Thread } from "./collect-threads.ts";

const demoKeys: ReadonlySet<string> = new Set(demoPeople.map(personKey));
const DEMO_SHARE = 2;

/**
 * Who speaks the part of each nick of a thread, as nick → key. A regular of the room stays; the others are given to the demo's people,
 * rather to those who are not in another talk of the room at that time.
 */
export function castPeople(room: string, thread: Thread, busy: ReadonlySet<string>, random: () => number): Map<string, string> {
  const pair = directs.find((keys) => keys.join("+") === room);
  const roster = pair ?? rooms.find(({ key }) => key === room)?.people ?? [];
  const parts = new Map<string, string>();
  for (const nick of thread.nicks) if (regulars.has(nick) && roster.includes(nick)) parts.set(nick, nick);
  for (const nick of thread.nicks) {
    if (parts.has(nick)) continue;
    const used = new Set(parts.values());
    const free = roster.filter((key) => !regulars.has(key) && !used.has(key));
    const idle = free.filter((key) => !busy.has(key));
    const key = weighted(idle.length > 0 ? idle : free, random);
    if (key === undefined) throw new Error(`The room ${room} has too few people for a talk of ${thread.nicks.length}.`);
    parts.set(nick, key);
  }
  return parts;
}

function weighted(keys: readonly string[], random: () => number): string | undefined {
  const tickets = keys.flatMap((key) => Array.from({ length: demoKeys.has(key) ? DEMO_SHARE : 1 }, () => key));
  return tickets[Math.floor(random() * tickets.length)];
}
