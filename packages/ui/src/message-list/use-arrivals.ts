"use client";

import { useEffect, useRef } from "react";
import type { TimelineMessage } from "../message/timeline-message.ts";
import type { Row } from "./rows.ts";
import { isCountable } from "./seq-index.ts";

interface Seen {
  generation: number;
  seq: number;
  isLive: boolean;
  pending: ReadonlySet<string>;
}

interface Handlers {
  onOwn: () => void;
  onOthers: (messages: readonly TimelineMessage[]) => void;
}

// More than this in one commit is a page, whatever the flags say.
const TAIL = 50;

/**
 * Tells what arrives at the end while the list is on screen, apart from what is loaded: own messages being sent, and others' that are new.
 * `isLive` is false while the end held is not the channel's end: then what comes there is a page, not news. Answers whether a row is
 * just arriving, in the render that mounts it.
 */
export function useArrivals(
  rows: readonly Row[],
  generation: number,
  isLive: boolean,
  me: string,
  handlers: Handlers,
): (row: Row) => boolean {
  const seen = useRef<Seen | null>(null);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const tail = rows.slice(-TAIL);
    const pending = new Set(tail.filter((row) => row.message.local).map((row) => row.key));
    const seq = tail.findLast((row) => !row.message.local)?.message.seq ?? 0;
    const before = seen.current;
    const now = { generation, seq, isLive: isLive && rows.length > 0, pending };
    seen.current = now;
    if (!before || before.generation !== generation) return;
    if ([...pending].some((key) => !before.pending.has(key))) latest.current.onOwn();
    if (!before.isLive || !now.isLive) return;
    const others = tail.map((row) => row.message).filter((message) => message.seq > before.seq && isCountable(message, me));
    if (others.length > 0) latest.current.onOthers(others);
  }, [rows, generation, isLive, me]);
  return ({ key, message }) => {
    const before = seen.current;
    if (!before || before.generation !== generation || !before.isLive) return false;
    return message.local ? !before.pending.has(key) : message.seq > before.seq && !before.pending.has(key);
  };
}
