import type { Presence } from "@chat/contract";
import type { Action } from "../cache/action.ts";
import type { ChatState } from "../cache/slices.ts";

export type PresenceMap = Readonly<Record<string, Presence>>;

/** Who is online, last word first to last: presence has no version, and the next event mends what a late page said. */
export function applyToPresence(presence: PresenceMap, action: Action, state: ChatState): PresenceMap {
  switch (action.type) {
    case "event":
      if (action.event.type === "presence") return merge(presence, [{ ...action.event, id: action.event.userId }]);
      if (action.event.type === "synced" && action.event.online !== null) {
        return merge(presence, snapshot(presence, action.event.channelId, new Set(action.event.online), state));
      }
      return presence;
    case "channels.arrived":
      return merge(
        presence,
        action.page.items.flatMap((entry) => entry.peer ?? []),
      );
    case "entry.arrived":
      return action.entry.peer === null ? presence : merge(presence, [action.entry.peer]);
    case "members.arrived":
      return merge(
        presence,
        action.items.map((member) => ({ id: member.userId, online: member.online, lastSeenAt: member.lastSeenAt })),
      );
    case "people.arrived":
      return merge(
        presence,
        action.people.flatMap(({ id, online, lastSeenAt }) =>
          online === undefined ? [] : [{ id, online, lastSeenAt: lastSeenAt ?? null }],
        ),
      );
    default:
      return presence;
  }
}

/** The members online now; those of the channel that we know and that are not named are offline. */
function* snapshot(presence: PresenceMap, channelId: string, online: ReadonlySet<string>, state: ChatState) {
  for (const id of online) yield { id, online: true, lastSeenAt: presence[id]?.lastSeenAt ?? null };
  const known = new Set(Object.values(state.members).flatMap((list) => list.items.map((member) => member.userId)));
  const peer = state.channels.held[channelId]?.entry.peer;
  if (peer) known.add(peer.id);
  for (const id of known) {
    if (!online.has(id)) yield { id, online: false, lastSeenAt: presence[id]?.lastSeenAt ?? null };
  }
}

function merge(presence: PresenceMap, seen: Iterable<Presence & { id: string }>): PresenceMap {
  let next: Record<string, Presence> | undefined;
  for (const { id, online, lastSeenAt } of seen) {
    const held = (next ?? presence)[id];
    if (held !== undefined && held.online === online && held.lastSeenAt === lastSeenAt) continue;
    next ??= { ...presence };
    next[id] = { online, lastSeenAt };
  }
  return next ?? presence;
}
