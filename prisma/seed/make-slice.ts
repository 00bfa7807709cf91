// Makes conversation.jsonl.gz of the whole corpus: node prisma/seed/make-slice.ts <ubuntu-irc.jsonl.gz>. The same input gives the same bytes.
import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { readConversation, type ConversationLine } from "./read-conversation.ts";
import { directs, rooms } from "./rooms.ts";
import { collectThreads } from "./slice/collect-threads.ts";
import { pickThreads } from "./slice/pick-threads.ts";
import { seededRandom } from "./seeded-random.ts";
import { bareNick } from "./slice/rename-nicks.ts";
import { writeRoom } from "./slice/write-room.ts";

const source = process.argv[2];
if (source === undefined) throw new Error("Give the path of ubuntu-irc.jsonl.gz.");

const days = new Map<string, ConversationLine[]>();
for await (const line of readConversation(source)) {
  const day = days.get(line.day) ?? [];
  day.push(line);
  days.set(line.day, day);
}
const nicksOfDay = new Map(
  [...days].map(([day, lines]) => [day, new Set(lines.flatMap(({ nick }) => [nick.toLowerCase(), bareNick(nick)]))]),
);
const picked = pickThreads(new Map([...days].map(([day, lines]) => [day, collectThreads(lines)])));
const random = seededRandom(4);
const slice = [...rooms.map(({ key }) => key), ...directs.map((pair) => pair.join("+"))]
  .flatMap((room) => writeRoom(room, picked.get(room) ?? [], nicksOfDay, random))
  .toSorted((a, b) => a.day.localeCompare(b.day) || a.n - b.n);
await writeFile(
  new URL("conversation.jsonl.gz", import.meta.url),
  gzipSync(slice.map((line) => `${JSON.stringify(line)}\n`).join(""), { level: 9 }),
);
console.log(
  `${slice.length} messages of ${new Set(slice.map(({ day }) => day)).size} days by ${new Set(slice.map(({ nick }) => nick)).size} people.`,
);
