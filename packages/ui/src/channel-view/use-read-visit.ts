import { useEffect, useState } from "react";
import { beginVisit, noteMark, seqToRead, type ReadVisit } from "./read-visit.ts";
import { usePageVisible } from "./use-page-visible.ts";

/** So long the end must stay on screen: a list that opens at its unread line is at the end for a moment before. */
const restMs = 250;

interface ReadState {
  readSeq: number;
  unread: number;
  unreadFrom: number | null;
}

interface Seen {
  /** The last message held, without those still being sent. */
  lastSeq: number;
  isAtBottom: boolean;
  hasNewer: boolean;
}

/**
 * Keeps one visit's unread line and marks the channel read when its end was on screen. `isReady` becomes true with the first read state
 * and messages; until then nothing is known of what is unread.
 */
export function useReadVisit(channelId: string, isReady: boolean, read: ReadState, seen: Seen, markRead: (seq: number) => void) {
  const [visit, setVisit] = useState<ReadVisit | null>(null);
  const isVisible = usePageVisible();

  let current = visit?.channelId === channelId ? visit : null;
  if (isReady) current = current === null ? beginVisit(channelId, read) : noteMark(current, read.unreadFrom);
  if (current !== visit) setVisit(current);

  const seq =
    current === null ? null : seqToRead(current, { ...seen, readSeq: read.readSeq, unreadFrom: read.unreadFrom, isVisible });
  useEffect(() => {
    if (seq === null) return;
    const timer = setTimeout(() => markRead(seq), restMs);
    return () => clearTimeout(timer);
  }, [seq, channelId, markRead]);

  return {
    unreadFromSeq: current?.unreadFromSeq ?? null,
    isHeld: current?.isHeld ?? false,
  };
}
