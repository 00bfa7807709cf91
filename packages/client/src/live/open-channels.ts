import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { followChannel, type Follower } from "./follow-channel.ts";
import { createRoomKeeper } from "./keep-rooms.ts";

/** A channel stays open for so many milliseconds after the last screen left it: going back and forth costs nothing. */
const lingerMs = 30_000;

/** Channels that somebody looks at, each followed live once however many look. */
export interface OpenChannels {
  /** Opens a channel; call what it returns when it is no longer looked at. */
  open(channelId: string): () => void;
  /** Whether a channel is the one opened last: of several, the one that has a stream where streams are scarce. */
  isFocused(channelId: string): boolean;
  /** Follows anew what is open and was stopped by `close`. */
  resume(): void;
  /** Gives up rows of a closed channel that has grown. */
  trim(channelId: string): void;
}

interface Opened {
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  follower: Follower;
}

export function createOpenChannels(context: () => ClientContext): OpenChannels {
  /** In the order in which they were opened. */
  const opened = new Map<string, Opened>();
  const rooms = createRoomKeeper(
    () => context().store,
    (channelId) => opened.has(channelId),
  );
  let focused: string | undefined;

  const focus = () => {
    const before = focused;
    focused = [...opened].findLast(([, held]) => held.users > 0)?.[0];
    if (before === focused || context().store.read(slices.connection).transport === "socket") return;
    for (const channelId of [before, focused]) if (channelId !== undefined) opened.get(channelId)?.follower.restart();
  };

  const close = (channelId: string) => {
    opened.get(channelId)?.follower.stop();
    opened.delete(channelId);
    rooms.closed(channelId);
  };

  return {
    open(channelId) {
      const held = opened.get(channelId) ?? { users: 0, timer: undefined, follower: followChannel(context(), channelId) };
      opened.delete(channelId);
      opened.set(channelId, held);
      held.users += 1;
      clearTimeout(held.timer);
      focus();
      let released = false;
      return () => {
        if (released) return;
        released = true;
        held.users -= 1;
        if (held.users > 0) return;
        held.timer = setTimeout(() => close(channelId), lingerMs);
        focus();
      };
    },
    isFocused: (channelId) => channelId === focused,
    resume() {
      for (const [channelId, held] of opened) {
        if (held.users === 0) close(channelId);
        else if (held.follower.stopped) held.follower = followChannel(context(), channelId);
      }
    },
    trim: rooms.trim,
  };
}
