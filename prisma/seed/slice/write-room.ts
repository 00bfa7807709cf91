import { callName } from "../people.ts";
import type { ConversationLine } from "../read-conversation.ts";
import { castPeople } from "./cast-people.ts";
import { quoteCode } from "./clean-line.ts";
import type { Thread } from "./collect-threads.ts";
import { renameNicks } from "./rename-nicks.ts";

/** Lines that may lie between a message and its answer before the answer needs a quote to be understood. */
const NEAR = 2;

/** The threads of a room as one timeline of demo people: answers far from their question quote it or name whom they address. */
export function writeRoom(
  room: string,
  threads: readonly Thread[],
  nicksOfDay: ReadonlyMap<string, ReadonlySet<string>>,
  random: () => number,
): ConversationLine[] {
  const cast = new Map<Thread, Map<string, string>>();
  for (const thread of threads) {
    const busy = new Set([...cast].filter(([other]) => overlaps(thread, other)).flatMap(([, parts]) => [...parts.values()]));
    cast.set(thread, castPeople(room, thread, busy, random));
  }
  const lines = threads
    .flatMap((thread) => thread.lines.map((line) => ({ line, parts: cast.get(thread) ?? new Map<string, string>() })))
    .toSorted((a, b) => a.line.day.localeCompare(b.line.day) || a.line.n - b.line.n);
  const written: ConversationLine[] = [];
  for (const { line, parts } of lines) {
    const callNames = new Set([...parts.values()].map(callName));
    const { text, to } = renameNicks(line.text, parts, nicksOfDay.get(line.day) ?? new Set());
    const key = parts.get(line.nick) ?? line.nick;
    const { replyTo, ...rest } = line;
    const shown = quoteCode(text);
    if (!/[\p{L}\p{N}:;=]/u.test(shown) || callNames.has(shown)) continue;
    const target = written.findLast((earlier) => earlier.day === line.day && earlier.n === replyTo);
    const between = target ? written.slice(written.indexOf(target) + 1) : [];
    const near = between.length <= NEAR && between.every(({ nick }) => nick === key || nick === target?.nick);
    const direct = room.includes("+");
    const quotes =
      target !== undefined &&
      target.nick !== key &&
      !near &&
      (!direct || between.length > NEAR) &&
      (to === null || to === target.nick);
    // Where the address would do, every other answer keeps it as a mention and needs no quote.
    const mentions = !direct && to !== null && to !== key && (!quotes || random() < 0.35) && !(near && to === target?.nick);
    written.push({
      ...rest,
      nick: key,
      text: mentions ? `@${to} ${shown}` : shown,
      ...(quotes && !mentions ? { replyTo: target.n } : {}),
      room,
    });
  }
  return written;
}

function overlaps(a: Thread, b: Thread): boolean {
  const [startA, endA] = span(a);
  const [startB, endB] = span(b);
  return a.day === b.day && startA <= endB && startB <= endA;
}

function span({ lines }: Thread): [number, number] {
  return [lines[0]?.n ?? 0, lines.at(-1)?.n ?? 0];
}
