import { useCallback, useEffect, useRef } from "react";
import type { TimelineMessage } from "../message/timeline-message.ts";

/**
 * The thread beside a conversation: opening and closing it, and what it means for the conversation that it covers where there is one pane: nobody
 * reads there. When it closes, focus goes back to the message that it hangs off.
 */
export function useOpenThread(
  messageId: string | null,
  onChange: ((messageId: string | null) => void) | undefined,
  markRead: (seq: number) => void,
) {
  const box = useRef<HTMLDivElement>(null);
  const conversation = useRef<HTMLElement>(null);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const before = useRef(messageId);
  useEffect(() => {
    const closed = before.current;
    before.current = messageId;
    if (closed === null || messageId !== null || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(closed)}"]`)?.focus({ preventScroll: true });
  }, [messageId]);

  const isCovered = useCallback(
    () => conversation.current !== null && getComputedStyle(conversation.current).visibility === "hidden",
    [],
  );
  // Another function when the thread closes, so that what waited to be read is.
  const markUncovered = useCallback(
    (seq: number) => {
      if (messageId === null || !isCovered()) markRead(seq);
    },
    [messageId, isCovered, markRead],
  );
  const open = useCallback((message: TimelineMessage) => latest.current?.(message.id), []);
  const close = useCallback(() => latest.current?.(null), []);
  return {
    box,
    conversation,
    messageId: onChange === undefined ? null : messageId,
    isCovered,
    markRead: markUncovered,
    open: onChange === undefined ? undefined : open,
    close,
  };
}
