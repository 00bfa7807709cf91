import type { Cursor } from "@chat/contract";
import type { Action } from "../cache/action.ts";

/** How far each member has read. `listed` is false where the channel has too many members for a list. */
export interface CursorsState {
  readonly listed: boolean;
  readonly items: readonly Cursor[];
}
export const emptyCursors: CursorsState = { listed: true, items: [] };

export function applyToCursors(state: CursorsState, action: Action): CursorsState {
  if (action.type === "room.dropped" || action.type === "channel.gone") return emptyCursors;
  if (action.type !== "event") return state;
  switch (action.event.type) {
    case "synced":
      return action.event.cursors === null ? withListed(state, false) : merge(withListed(state, true), action.event.cursors);
    case "read":
      return merge(state, action.event.cursors);
    case "member": {
      const { member } = action.event;
      return member.leftAt === null ? state : without(state, member.userId);
    }
    default:
      return state;
  }
}

/** Cursors only rise, so a late snapshot cannot take one back. */
function merge(state: CursorsState, cursors: readonly Cursor[]): CursorsState {
  const items = [...state.items];
  let changed = false;
  for (const cursor of cursors) {
    const at = items.findIndex((held) => held.userId === cursor.userId);
    const held = items[at];
    if (held === undefined) items.push(cursor);
    else if (cursor.readSeq <= held.readSeq && cursor.deliveredSeq <= held.deliveredSeq) continue;
    else
      items[at] = {
        userId: cursor.userId,
        readSeq: Math.max(held.readSeq, cursor.readSeq),
        deliveredSeq: Math.max(held.deliveredSeq, cursor.deliveredSeq),
      };
    changed = true;
  }
  return changed ? { ...state, items } : state;
}

function withListed(state: CursorsState, listed: boolean): CursorsState {
  return state.listed === listed ? state : { ...state, listed };
}

function without(state: CursorsState, userId: string): CursorsState {
  const items = state.items.filter((cursor) => cursor.userId !== userId);
  return items.length === state.items.length ? state : { ...state, items };
}
