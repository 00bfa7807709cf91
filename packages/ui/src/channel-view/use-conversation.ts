import { useMessages, useReadState } from "@chat/client/react";
import { useCallback, useRef, useState } from "react";
import type { MessageListHandle } from "../message-list/message-list.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { noAim, type Aim } from "./channel-composer.tsx";
import { useReadVisit } from "./use-read-visit.ts";

export type Conversation = ReturnType<typeof useConversation>;

/**
 * What a timeline and its composer share, in a channel and in a thread alike: the messages, how far they are read, what the next Enter does, and
 * what went wrong. `markRead` stands in for the channel's own where something may cover it.
 */
export function useConversation(channelId: string, isMember: boolean, markRead?: (seq: number) => void) {
  const { state: timeline, actions: paging } = useMessages(channelId);
  const { state: read, actions: reading } = useReadState(channelId);
  const list = useRef<MessageListHandle>(null);
  const [aim, setAim] = useState<Aim>(noAim);
  const [isAtBottom, setAtBottom] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const closeNotice = useCallback(() => setNotice(null), []);

  const messages: readonly TimelineMessage[] = timeline.messages;
  const lastSeq = messages.findLast((message) => !message.local)?.seq ?? 0;
  const visit = useReadVisit(
    channelId,
    isMember && !timeline.isLoading,
    read,
    { lastSeq, isAtBottom, hasNewer: timeline.hasNewer },
    markRead ?? reading.markRead,
  );
  return {
    timeline,
    paging,
    messages,
    lastSeq,
    read,
    reading,
    visit,
    list,
    aim,
    setAim,
    setAtBottom,
    notice,
    setNotice,
    closeNotice,
  };
}
