"use client";

import type { ChatDefinition, UserRef } from "@chat/contract";
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type ReactElement } from "react";
import { Virtualizer } from "virtua";
import { useCatalogue } from "../catalogue/catalogue-provider.tsx";
import { previewText } from "../channel-list/preview-text.ts";
import { MentionProvider } from "../markdown/mention-context.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { useHydrated, useReaderZone } from "../message/use-reader-zone.ts";
import { Spinner } from "../primitives/spinner.tsx";
import { classNames } from "../styles/class-names.ts";
import { dayOf } from "./day.ts";
import { DayChip } from "./day-divider.tsx";
import { LatestButton } from "./latest-button.tsx";
import { ListEmpty, ListFailed, ListSkeleton } from "./list-placeholder.tsx";
import type { MessageListProps } from "./message-list-props.ts";
import { MessageRow } from "./message-row.tsx";
import { layOutRows, type Row, type RowModel } from "./rows.ts";
import { countAfter, indexOfSeq, lastSeq } from "./seq-index.ts";
import { UnreadBanner } from "./unread-banner.tsx";
import { useAnnouncer } from "./use-announcer.ts";
import { useArrivals } from "./use-arrivals.ts";
import { useHighlight } from "./use-highlight.ts";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.ts";
import { useListScroll } from "./use-list-scroll.ts";
import { useLoadEdges } from "./use-load-edges.ts";
import { useReachBottom } from "./use-reach-bottom.ts";
import { useReceipts } from "./use-receipts.ts";
import { useRovingRow } from "./use-roving-row.ts";
import { useStagedRows } from "./use-staged-rows.ts";

export type { MessageListHandle, MessageListProps } from "./message-list-props.ts";

const nobody = (): UserRef | undefined => undefined;

/**
 * The timeline of a channel, windowed at any length. It holds to its end until the reader moves away, keeps its place when older
 * messages are put before, and moves for nobody else's message. Keys: arrows, Home and End between messages, Enter for actions.
 */
export function MessageList<D extends ChatDefinition = ChatDefinition>(props: MessageListProps<D>): ReactElement {
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const plain = props as unknown as MessageListProps;
  const { messages, me, people = nobody, hasOlder = false, hasNewer = false, unreadFromSeq = null, highlightedSeq = null } = plain;
  const { actions, onJumpTo, onJumpToLatest } = plain;
  const t = useCatalogue();
  const { timeZone } = useReaderZone();
  const isLive = useHydrated();

  const model = useRowModel(messages, { me, timeZone, unreadFromSeq, hasOlder });
  const { rows, shift, generation } = useStagedRows(model.rows);
  const list = useListScroll();
  const { follow, goToRow, goToEnd, scroller, virtualizer } = list;
  const highlight = useHighlight();
  const receipts = useReceipts(messages, plain.cursors, me, people);
  const { text: announcement, announce } = useAnnouncer(t.message.announceMany);
  const wantsEnd = useRef(false);

  const jumpToLatest = useCallback(() => {
    if (hasNewer && onJumpToLatest) {
      wantsEnd.current = true;
      onJumpToLatest();
    } else goToEnd();
  }, [hasNewer, onJumpToLatest, goToEnd]);

  const latestRows = useRef(rows);
  const show = useCallback(
    (seq: number): boolean => {
      const held = latestRows.current;
      const at = indexOfSeq(held.map((row) => row.message), seq);
      const found = held[at]?.message;
      if (!found) return false;
      goToRow(at, "center");
      highlight.point(seq);
      announce(t.message.jumpedTo(people(found.author.id)?.name ?? found.author.name, previewText(found.text)));
      return true;
    },
    [goToRow, highlight.point, announce, t, people],
  );
  const jumpTo = useCallback((seq: number) => void (show(seq) || onJumpTo?.(seq)), [show, onJumpTo]);

  const isArriving = useArrivals(rows, generation, !hasNewer, me, {
    onOwn: jumpToLatest,
    onOthers: (arrived) => {
      for (const { author, text } of arrived) announce(t.message.announce(people(author.id)?.name ?? author.name, previewText(text)));
    },
  });

  // Where a list begins that has just been filled, or was filled with other messages: at what was asked for, the line, or the end.
  const placed = useRef(-1);
  const shownSeq = useRef<number | null>(null);
  useIsomorphicLayoutEffect(() => {
    latestRows.current = rows;
    if (!isLive || rows.length === 0) return;
    if (highlightedSeq === null) shownSeq.current = null;
    else if (shownSeq.current !== highlightedSeq && show(highlightedSeq)) {
      shownSeq.current = highlightedSeq;
      placed.current = generation;
    }
    if (placed.current !== generation) {
      const first = placed.current < 0;
      placed.current = generation;
      const unread = first && !wantsEnd.current ? rows.findIndex((row) => row.unread) : -1;
      wantsEnd.current = false;
      if (unread >= 0 && rows.length - unread > UNREAD_SCREEN) goToRow(unread, "start");
      else goToEnd("none");
    }
    follow();
  }, [rows, generation, isLive, highlightedSeq, show, goToRow, goToEnd, follow]);

  const loadEdges = useLoadEdges(
    { has: hasOlder, isLoading: plain.isLoadingOlder ?? false, load: plain.onLoadOlder },
    { has: hasNewer, isLoading: plain.isLoadingNewer ?? false, load: plain.onLoadNewer },
  );
  const unreadIndex = useMemo(() => (unreadFromSeq === null ? -1 : rows.findIndex((row) => row.unread)), [rows, unreadFromSeq]);
  const [place, setPlace] = useState<Place>({ day: null, isScrolling: false, isPastUnread: false });
  const onScroll = () => {
    list.onScroll();
    const box = scroller.current;
    const at = virtualizer.current?.findItemIndex(box?.scrollTop ?? 0) ?? 0;
    const message = rows[at]?.message;
    const now = { day: message ? dayOf(message.createdAt, timeZone) : null, isScrolling: !list.isAtEnd, isPastUnread: unreadIndex < at };
    setPlace((held) => (held.day === now.day && held.isScrolling === now.isScrolling && held.isPastUnread === now.isPastUnread ? held : now));
    if (box && !list.isJumping()) loadEdges(box);
  };
  const onScrollEnd = () => {
    list.onScrollEnd();
    setPlace((held) => (held.isScrolling ? { ...held, isScrolling: false } : held));
  };
  const onResize = () => {
    follow();
    const box = scroller.current;
    // What does not fill the screen cannot be scrolled to ask for more.
    if (box && hasOlder && box.scrollHeight <= box.clientHeight) loadEdges(box);
  };

  useReachBottom(list.isAtEnd, !hasNewer, lastSeq(messages), plain.onReachBottom, plain.onAtBottomChange);
  const leftAt = useRef(0);
  if (list.isAtEnd !== false) leftAt.current = lastSeq(messages);
  const newCount = list.isAtEnd !== false ? 0 : countAfter(messages, leftAt.current, me);

  const reveal = useCallback((index: number) => goToRow(index, "nearest"), [goToRow]);
  const roving = useRovingRow(rows, scroller, reveal);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const onSurface = useCallback((key: string, open: boolean) => setOpenKey(open ? key : null), []);
  const openIndex = openKey === null ? -1 : rows.findIndex((row) => row.key === openKey);
  const keepMounted = useMemo(() => [...new Set([roving.index, openIndex])].filter((at) => at >= 0).sort((a, b) => a - b), [roving.index, openIndex]);

  useImperativeHandle(plain.handle, () => ({ jumpToLatest, jumpTo, focus: () => roving.moveTo(roving.index) }));
  const nameOf = useCallback((userId: string) => people(userId)?.name, [people]);
  const openPerson = actions?.onOpenPerson;
  const unreadAbove = (plain.unreadCount ?? 0) > 0 && unreadFromSeq !== null && place.day !== null && (unreadIndex < 0 ? hasOlder : place.isPastUnread);
  const placeholder =
    messages.length > 0 ? null : plain.isLoading ? <ListSkeleton /> : plain.error ? <ListFailed onRetry={plain.onRetryLoad} /> : <ListEmpty>{plain.empty}</ListEmpty>;

  return (
    <MentionProvider me={me} nameOf={nameOf} {...(openPerson ? { onOpen: openPerson } : {})}>
      <section data-slot="message-list" data-at-bottom={list.isAtEnd || undefined} className={classNames("chat:@container chat:relative chat:min-h-0 chat:min-w-0 chat:flex-1 chat:overflow-hidden chat:bg-bg", plain.className)}>
        <div
          ref={scroller}
          role="log"
          aria-live="off"
          aria-label={plain.label ?? t.message.list}
          aria-busy={plain.isLoading || undefined}
          data-slot="message-scroller"
          className={classNames("chat-scroll chat:flex chat:h-full chat:flex-col chat:overflow-x-hidden chat:overscroll-contain chat:[overflow-anchor:none]", isLive ? "chat:overflow-y-auto" : "chat:justify-end chat:overflow-y-hidden")}
          onKeyDown={roving.onKeyDown}
          onFocus={roving.onFocus}
        >
          {placeholder ?? (
            <>
              <div className="chat:grow" />
              <Virtualizer
                key={generation}
                ref={virtualizer}
                scrollRef={scroller}
                data={rows as Row[]}
                shift={shift}
                ssrCount={isLive ? undefined : rows.length}
                keepMounted={keepMounted}
                onScroll={onScroll}
                onScrollEnd={onScrollEnd}
                onResize={onResize}
              >
                {(row) => (
                  <MessageRow
                    key={row.key}
                    row={row}
                    me={me}
                    people={people}
                    layout={plain.layout ?? "flat"}
                    receipt={receipts.receipt(row.message)}
                    seenBy={receipts.seenBy(row.message)}
                    isHighlighted={row.message.seq === highlight.seq && !row.message.local}
                    isNew={isArriving(row)}
                    tabIndex={row.key === roving.key ? 0 : -1}
                    actions={actions}
                    components={plain.components}
                    emojiDataUrl={plain.emojiDataUrl}
                    onJump={jumpTo}
                    beginning={plain.beginning}
                    renderMessage={plain.renderMessage}
                    onSurface={onSurface}
                  />
                )}
              </Virtualizer>
            </>
          )}
        </div>
        {plain.isLoadingOlder && <Spinner label={t.message.loadingOlder} className="chat:absolute chat:inset-x-0 chat:top-3 chat:z-10 chat:justify-center chat:text-muted" />}
        {plain.isLoadingNewer && <Spinner label={t.message.loadingNewer} className="chat:absolute chat:inset-x-0 chat:bottom-3 chat:z-10 chat:justify-center chat:text-muted" />}
        {unreadAbove ? (
          <UnreadBanner count={plain.unreadCount ?? 0} onShow={() => (unreadIndex >= 0 ? goToRow(unreadIndex, "start") : onJumpTo?.(unreadFromSeq))} onDismiss={plain.onMarkAllRead} />
        ) : (
          <DayChip day={place.day} isShown={place.isScrolling} />
        )}
        {messages.length > 0 && (list.isAtEnd === false || hasNewer) && isLive && <LatestButton count={newCount} onClick={jumpToLatest} />}
        <div aria-live="polite" data-slot="announcer" className="chat:sr-only">
          {announcement}
        </div>
      </section>
    </MentionProvider>
  );
}

/** So many unread messages fill a screen: then the list begins at the line, with fewer at the end. */
const UNREAD_SCREEN = 8;

interface Place {
  /** The day of the first row on screen; null before the first scroll. */
  day: string | null;
  isScrolling: boolean;
  isPastUnread: boolean;
}

/** The rows of this render, made from those of the last one. State and not a ref: a render may be thrown away or repeated. */
function useRowModel(messages: readonly TimelineMessage[], rules: RowModel["rules"]): RowModel {
  const [held, setHeld] = useState(() => layOutRows(messages, rules));
  const model = layOutRows(messages, rules, held);
  if (model !== held) setHeld(model);
  return model;
}
