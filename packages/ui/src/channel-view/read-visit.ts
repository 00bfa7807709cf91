/** What one visit to a channel knows of reading; it begins when the channel is opened and ends when another is. */
export interface ReadVisit {
  channelId: string;
  /** The first unread seq, where the unread line stands; null where all was read. Fixed for the visit. */
  unreadFromSeq: number | null;
  /** The mark made by hand that was there at the beginning: opening the channel is the answer to it. */
  openedMark: number | null;
  /** True once a message was marked unread during the visit: reading then waits for the next one. */
  isHeld: boolean;
}

interface ReadNow {
  readSeq: number;
  unread: number;
  unreadFrom: number | null;
}

/** Begins a visit with what is unread at that moment. */
export function beginVisit(channelId: string, { readSeq, unread, unreadFrom }: ReadNow): ReadVisit {
  return { channelId, unreadFromSeq: unreadFrom ?? (unread > 0 ? readSeq + 1 : null), openedMark: unreadFrom, isHeld: false };
}

/** A mark made by hand, here or on another device, moves the line and stops reading; clearing it lets reading go on. */
export function noteMark(visit: ReadVisit, unreadFrom: number | null): ReadVisit {
  if (unreadFrom === null)
    return visit.isHeld || visit.openedMark !== null ? { ...visit, isHeld: false, openedMark: null } : visit;
  if (unreadFrom === visit.openedMark || (visit.isHeld && visit.unreadFromSeq === unreadFrom)) return visit;
  return { ...visit, unreadFromSeq: unreadFrom, isHeld: true };
}

/** The seq to mark read now, or null: only at the bottom, in a visible tab, nothing newer left to load, and something new there. */
export function seqToRead(
  visit: ReadVisit,
  now: {
    lastSeq: number;
    readSeq: number;
    unreadFrom: number | null;
    isAtBottom: boolean;
    isVisible: boolean;
    hasNewer: boolean;
  },
): number | null {
  if (visit.isHeld || !now.isAtBottom || !now.isVisible || now.hasNewer || now.lastSeq === 0) return null;
  return now.lastSeq > now.readSeq || now.unreadFrom !== null ? now.lastSeq : null;
}
