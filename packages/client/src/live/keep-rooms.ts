import { roomSlices } from "../cache/slices.ts";
import type { ChatStore } from "../cache/store.ts";

/** Closed channels of which messages are held, and messages of each: going back to one of them shows it at once. */
const keptRooms = 20;
const keptRows = 500;
/** Rows above `keptRows` are given up in bundles. */
const bundle = 100;

export interface RoomKeeper {
  closed(channelId: string): void;
  trim(channelId: string): void;
}

/** Bounds what is held of channels that nobody looks at. Unsent messages are never given up. */
export function createRoomKeeper(store: () => ChatStore, isOpen: (channelId: string) => boolean): RoomKeeper {
  /** Closed ones, the last closed last. */
  const closedRooms = new Set<string>();

  const trimRows = (channelId: string) => store().dispatch({ type: "room.trimmed", channelId, rows: keptRows });

  return {
    closed(channelId) {
      closedRooms.delete(channelId);
      closedRooms.add(channelId);
      trimRows(channelId);
      for (const oldest of closedRooms) {
        if (closedRooms.size <= keptRooms) break;
        closedRooms.delete(oldest);
        if (!isOpen(oldest)) store().forget(oldest);
      }
    },
    trim(channelId) {
      if (isOpen(channelId)) return;
      if (store().read(roomSlices.timeline(channelId)).rows.length >= keptRows + bundle) trimRows(channelId);
    },
  };
}
