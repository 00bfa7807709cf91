"use client";

import { useCallback, useEffect, useRef } from "react";
import type { ListScroll } from "./use-list-scroll.ts";
import type { Row } from "./rows.ts";
import { indexOfSeq } from "./seq-index.ts";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.ts";

/** So many unread messages fill a screen: then the list begins at the line, with fewer at the end. */
const UNREAD_SCREEN = 8;

/** Whether a list of so many rows begins at its unread line, which stands above row `unread`; -1 for none. */
export function beginsAtUnread(rows: number, unread: number): boolean {
  return unread >= 0 && rows - unread > UNREAD_SCREEN;
}

interface JumpOptions {
  rows: readonly Row[];
  generation: number;
  /** False on the server and while its markup is taken over. */
  isLive: boolean;
  hasNewer: boolean;
  isLoadingNewer: boolean;
  highlightedSeq: number | null;
  onJumpTo: ((seq: number) => void) | undefined;
  onJumpToLatest: (() => void) | undefined;
  /** A message was brought on screen by a jump. */
  onShown: (row: Row) => void;
  /** The list begins at the unread line. */
  onUnread: () => void;
}

/**
 * Brings messages on screen, loading them first where they are not held, and places a list that has just been filled: at the message asked
 * for, at the unread line, or at its end.
 */
export function useJumps(list: ListScroll, options: JumpOptions) {
  const { rows, generation, isLive, hasNewer, isLoadingNewer, highlightedSeq, onJumpTo, onJumpToLatest, onShown, onUnread } =
    options;
  const { goToEnd, goToRow, follow, isHeld, wantsEnd, putAtTop, scroller, virtualizer } = list;
  const latestRows = useRef(rows);

  // Rows are given `jumpTo`: it must stay the same function, whatever the host's callbacks do.
  const latest = useRef({ hasNewer, onJumpTo, onJumpToLatest, onUnread });
  useEffect(() => {
    latest.current = { hasNewer, onJumpTo, onJumpToLatest, onUnread };
  });
  const jumpToLatest = useCallback(() => {
    if (latest.current.hasNewer && latest.current.onJumpToLatest) {
      wantsEnd.current = true;
      latest.current.onJumpToLatest();
    } else goToEnd();
  }, [goToEnd, wantsEnd]);
  // The end could not be loaded, and the reader goes there page by page: the last one must not throw them forward.
  useEffect(() => {
    if (isLoadingNewer) wantsEnd.current = false;
  }, [isLoadingNewer, wantsEnd]);

  const show = useCallback(
    (seq: number, motion: "smooth" | "none" = "smooth"): boolean => {
      const at = indexOfSeq(
        latestRows.current.map((row) => row.message),
        seq,
      );
      const row = latestRows.current[at];
      if (!row) return false;
      goToRow(at, "center", motion);
      onShown(row);
      return true;
    },
    [goToRow, onShown],
  );
  const jumpTo = useCallback((seq: number) => void (show(seq) || latest.current.onJumpTo?.(seq)), [show]);

  // What stands at the top. The rows may be thrown away and read anew (a server that was restored, a long sleep): who had scrolled away is then
  // brought back there.
  const top = useRef<{ key: string; offset: number } | null>(null);
  const noteTop = useCallback(() => {
    const handle = virtualizer.current;
    const at = handle?.findItemIndex(scroller.current?.scrollTop ?? 0) ?? -1;
    const row = latestRows.current[at];
    if (handle && row) top.current = { key: row.key, offset: (scroller.current?.scrollTop ?? 0) - handle.getItemOffset(at) };
  }, [scroller, virtualizer]);

  const placed = useRef(-1);
  const shownSeq = useRef<number | null>(null);
  useIsomorphicLayoutEffect(() => {
    latestRows.current = rows;
    if (!isLive || rows.length === 0) return;
    if (highlightedSeq === null) shownSeq.current = null;
    else if (shownSeq.current !== highlightedSeq && show(highlightedSeq, placed.current === generation ? "smooth" : "none")) {
      shownSeq.current = highlightedSeq;
      placed.current = generation;
    }
    if (placed.current !== generation) {
      const isFirst = placed.current < 0 && !wantsEnd.current;
      const isAway = !isFirst && !wantsEnd.current && !isHeld();
      placed.current = generation;
      wantsEnd.current = false;
      const unread = isFirst ? rows.findIndex((row) => row.unread) : -1;
      const held = isAway ? rows.findIndex((row) => row.key === top.current?.key) : -1;
      if (held >= 0) putAtTop(held, top.current?.offset ?? 0);
      else if (beginsAtUnread(rows.length, unread)) {
        goToRow(unread, "start", "none");
        latest.current.onUnread();
      } else goToEnd("none");
    } else if (wantsEnd.current && !hasNewer) {
      // The end came while some of its rows were held: they stay where they are, unlike other rows altogether.
      goToEnd("none");
    }
    follow();
  }, [rows, generation, isLive, hasNewer, highlightedSeq, show, goToRow, goToEnd, follow, isHeld, wantsEnd, putAtTop]);

  return { jumpTo, jumpToLatest, noteTop };
}
