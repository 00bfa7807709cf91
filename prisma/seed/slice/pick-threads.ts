import { directs, rooms } from "../rooms.ts";
import type { Thread } from "./collect-threads.ts";

const DAYS = 21;
/** The demo's today: a day on which every group is busy. */
const LAST_DAY = "2013-09-16";
const LINES_A_DAY = 56;
const THREADS_A_DIRECT = 3;

/** Keys of rooms to their threads; a direct message's key is `ada+mateo`. */
export type Picked = Map<string, Thread[]>;

/** Takes the richest days, gives two-person exchanges to the direct messages and the other threads to the group of their topic. */
export function pickThreads(byDay: ReadonlyMap<string, readonly Thread[]>): Picked {
  const days = [...byDay]
    .filter(([day]) => day <= LAST_DAY)
    .toSorted(([dayA, a], [dayB, b]) => countLines(b) - countLines(a) || dayA.localeCompare(dayB))
    .slice(0, DAYS);
  const threads = days.flatMap(([, found]) => found).toSorted((a, b) => a.day.localeCompare(b.day) || quality(b) - quality(a));
  const picked: Picked = new Map();
  const taken = pickDirects(threads, picked);
  const full = new Map<string, number>();
  for (const thread of threads) {
    if (taken.has(thread)) continue;
    const room = roomOf(thread);
    const slot = `${room} ${thread.day}`;
    const sofar = full.get(slot) ?? 0;
    if (sofar > 0 && sofar + thread.lines.length > LINES_A_DAY) continue;
    full.set(slot, sofar + thread.lines.length);
    picked.set(room, [...(picked.get(room) ?? []), thread]);
  }
  return picked;
}

function countLines(threads: readonly Thread[]): number {
  return threads.reduce((sum, thread) => sum + thread.lines.length, 0);
}

const publicTalk = /\b(?:any ?one|any ?body|some ?one|some ?body|every(?:one|body)|all|channel|guys|folks|pm|msg|irc)\b|#\w/i;

/** Each pair gets exchanges of different days, the latest ones first, so that no direct message is asleep for weeks. */
function pickDirects(threads: readonly Thread[], picked: Picked): Set<Thread> {
  const taken = new Set<Thread>();
  const fits = threads
    .filter(
      ({ nicks, lines }) =>
        nicks.length === 2 &&
        (lines[0]?.text.length ?? 0) > 24 &&
        lines.length >= 7 &&
        lines.length <= 40 &&
        !lines.some((line) => publicTalk.test(line.text)),
    )
    .toSorted((a, b) => b.day.localeCompare(a.day) || quality(b) - quality(a));
  for (let round = 0; round < THREADS_A_DIRECT; round++) {
    for (const pair of directs) {
      const key = pair.join("+");
      const mine = picked.get(key) ?? [];
      const next = fits.find((thread) => !taken.has(thread) && !mine.some(({ day }) => day === thread.day));
      if (!next) continue;
      taken.add(next);
      picked.set(key, [...mine, next]);
    }
  }
  return taken;
}

function roomOf(thread: Thread): string {
  const text = thread.lines.map((line) => line.text).join("\n");
  const scored = rooms.map(({ key, topic }) => ({
    key,
    score: (text.match(topic)?.length ?? 0) * (key === "release" ? 1.6 : 1),
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.key : "offtopic";
}

/** Higher for a thread that reads well: a question, answers of some length, thanks at the end. */
function quality({ lines, nicks }: Thread): number {
  const short = lines.filter((line) => line.text.length < 14).length / lines.length;
  const question = lines[0]?.text.includes("?") ? 1 : 0;
  const thanks = lines.some((line) => /\b(?:thanks?|thx|ty|works?(?: now)?|solved|great|perfect|cool)\b/i.test(line.text))
    ? 1
    : 0;
  return question + thanks + Math.min(lines.length, 20) / 20 + (nicks.length > 2 ? 0.5 : 0) - 2 * short;
}
