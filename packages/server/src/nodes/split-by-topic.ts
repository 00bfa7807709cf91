import type { BusMessage } from "../realtime/bus.ts";
import type { Committed } from "../realtime/change.ts";
import { topicCount } from "./transport.ts";

/** A message by the topics that it goes to: one, or where a commit changed several channels, one part for each of theirs. */
export function splitByTopic(message: BusMessage): Iterable<readonly [topic: number, message: BusMessage]> {
  if (message.kind !== "durable") return [[topicOf(keyOf(message)), message]];
  const parts = new Map<number, Committed[]>();
  for (const committed of message.committed) {
    const topic = topicOf(committed.channelId);
    parts.set(topic, [...(parts.get(topic) ?? []), committed]);
  }
  return [...parts].map(([topic, committed]) => [topic, { kind: "durable", committed }]);
}

function keyOf(message: Exclude<BusMessage, { kind: "durable" }>): string {
  switch (message.kind) {
    case "channel":
    case "typing":
      return message.channelId;
    case "channels":
      return message.channelIds[0] ?? "";
    case "person":
    case "tried":
      return message.userId;
    default:
      return "";
  }
}

/** FNV-1a over the last characters, which differ between ids of version 7. */
function topicOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = Math.max(0, key.length - 12); index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % topicCount;
}
