import { useChannel, useReadState } from "@chat/client/react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { errorText } from "./attempt-of.ts";

const texts = { errors: errorStrings };

/** Far enough to be "until I unmute it". */
const forGood = "9999-12-31T00:00:00.000Z";

/** The commands of a channel's menu; what is refused is told by `onProblem`. */
export function useChannelCommands(
  channelId: string,
  messages: readonly TimelineMessage[],
  myId: string,
  onProblem: (text: string) => void,
) {
  const t = useTexts(texts);
  const { actions: channel } = useChannel(channelId);
  const { actions: reading } = useReadState(channelId);
  const told = (call: Promise<unknown>) => void call.catch((error: unknown) => onProblem(errorText(error, t)));
  return {
    setMuted: (muted: boolean) => told(channel.setPreferences({ mutedUntil: muted ? forGood : null })),
    setPinned: (pinned: boolean) => told(channel.setPreferences({ pinned })),
    /** Unread from the last message of somebody else on. */
    markUnread: () => {
      const last = messages.findLast((message) => !message.local && message.author.id !== myId && message.kind !== "system");
      if (last !== undefined) told(reading.markUnread(last.seq));
    },
  };
}
