import type { ClientContext } from "../client-context.ts";
import { followChannel, type Follower } from "./follow-channel.ts";

/** A channel stays open for so many milliseconds after the last screen left it: going back and forth costs nothing. */
const lingerMs = 30_000;

/** Channels that somebody looks at, each followed live once however many look. */
export interface OpenChannels {
  /** Opens a channel; call what it returns when it is no longer looked at. */
  open(channelId: string): () => void;
  /** Follows anew what is open and was stopped by `close`. */
  resume(): void;
}

interface Opened {
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  follower: Follower;
}

export function createOpenChannels(context: () => ClientContext): OpenChannels {
  const opened = new Map<string, Opened>();

  const close = (channelId: string) => {
    opened.get(channelId)?.follower.stop();
    opened.delete(channelId);
  };

  return {
    open(channelId) {
      const held = opened.get(channelId) ?? { users: 0, timer: undefined, follower: followChannel(context(), channelId) };
      opened.set(channelId, held);
      held.users += 1;
      clearTimeout(held.timer);
      let released = false;
      return () => {
        if (released) return;
        released = true;
        held.users -= 1;
        if (held.users === 0) held.timer = setTimeout(() => close(channelId), lingerMs);
      };
    },
    resume() {
      for (const [channelId, held] of opened) {
        if (held.users === 0) close(channelId);
        else if (held.follower.stopped) held.follower = followChannel(context(), channelId);
      }
    },
  };
}
