"use client";

import type { ChatDefinition, UserRef } from "@chat/contract";
import { useCallback, useImperativeHandle, useMemo, useRef, useState, type ReactElement } from "react";
import { Virtualizer } from "virtua";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { MentionProvider } from "../markdown/mention-context.tsx";
import { MessageKinds, useMessageKinds, type MessageKind } from "../message/message-kind.tsx";
import { useHydrated, useReaderZone } from "../message/use-reader-zone.ts";
import { SlotsProvider } from "../slots/slots.tsx";
import { classNames } from "../styles/class-names.ts";
import { ListOverlays } from "./list-overlays.tsx";
import { ListEmpty, ListFailed, ListSkeleton } from "./list-placeholder.tsx";
import type { MessageListProps } from "./message-list-props.ts";
import { MessageRow } from "./message-row.tsx";
import type { Row } from "./rows.ts";
import { countAfter, indexOfSeq, lastSeq } from "./seq-index.ts";
import { useAnnouncer } from "./use-announcer.ts";
import { useArrivals } from "./use-arrivals.ts";
import { useHighlight } from "./use-highlight.ts";
import { beginsAtUnread, useJumps } from "./use-jumps.ts";
import { useKeptRows } from "./use-kept-rows.ts";
import { useListScroll } from "./use-list-scroll.ts";
import { useLoadEdges } from "./use-load-edges.ts";
import { usePlace } from "./use-place.ts";
import { useReachBottom } from "./use-reach-bottom.ts";
import { useReceipts } from "./use-receipts.ts";
import { useRovingRow } from "./use-roving-row.ts";
import { useRowModel } from "./use-row-model.ts";
import { useStagedRows } from "./use-staged-rows.ts";

const texts = { message: messageStrings };

export type { MessageListHandle, MessageListProps } from "./message-list-props.ts";

const nobody = (): UserRef | undefined => undefined;

// As the server writes it: the end of the rows at the end of the box. The windowed list has only guessed its own height by then, and the rows
// run out of it, so they are held to its end too.
const atEndBeforeLive =
  "chat:justify-end chat:overflow-y-hidden chat:[&>:last-child]:flex chat:[&>:last-child]:flex-col chat:[&>:last-child]:justify-end";

// The same for a list that begins at its unread line: it stands there already, where the browser can be told so without a script.
const atUnreadBeforeLive =
  "chat:overflow-y-hidden chat:scroll-pt-14 chat:[&_[data-slot=row][data-unread]]:[scroll-initial-target:nearest] chat:not-supports-[scroll-initial-target:nearest]:justify-end chat:not-supports-[scroll-initial-target:nearest]:[&>:last-child]:flex chat:not-supports-[scroll-initial-target:nearest]:[&>:last-child]:flex-col chat:not-supports-[scroll-initial-target:nearest]:[&>:last-child]:justify-end";

/**
 * The timeline of a channel, windowed at any length. It holds to its end until the reader moves away, keeps its place when older
 * messages are put before, and moves for nobody else's message. Keys: arrows, Home and End between messages, Enter for actions.
 */
export function MessageList<D extends ChatDefinition = ChatDefinition>(props: MessageListProps<D>): ReactElement {
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const plain = props as unknown as MessageListProps;
  return (
    <SlotsProvider components={plain.components}>
      <MessageKinds kinds={plain.kinds ?? noKinds}>
        <Timeline {...plain} />
      </MessageKinds>
    </SlotsProvider>
  );
}

const noKinds: readonly MessageKind[] = [];

function Timeline(plain: MessageListProps): ReactElement {
  const {
    messages,
    me,
    people = nobody,
    hasOlder = false,
    hasNewer = false,
    unreadFromSeq = null,
    highlightedSeq = null,
  } = plain;
  const { actions, onJumpTo } = plain;
  const t = useTexts(texts);
  const { preview } = useMessageKinds();
  const { timeZone } = useReaderZone();
  const isLive = useHydrated();

  const model = useRowModel(messages, { me, timeZone, unreadFromSeq, hasOlder });
  const { rows, shift, generation } = useStagedRows(model.rows);
  const unreadIndex = useMemo(() => (unreadFromSeq === null ? -1 : rows.findIndex((row) => row.unread)), [rows, unreadFromSeq]);
  const list = useListScroll();
  const { follow, goToRow, scroller } = list;
  const receipts = useReceipts(messages, plain.cursors, me, people);
  const { seq: highlighted, point } = useHighlight();
  const { text: announcement, announce } = useAnnouncer(t.message.announceMany);

  const onShown = useCallback(
    ({ message }: Row) => {
      point(message.seq);
      announce(t.message.jumpedTo(people(message.author.id)?.name ?? message.author.name, preview(message)));
    },
    [point, announce, t, people, preview],
  );
  const { jumpTo, jumpToLatest, noteTop } = useJumps(list, {
    rows,
    generation,
    isLive,
    hasNewer,
    isLoadingNewer: plain.isLoadingNewer ?? false,
    highlightedSeq,
    onJumpTo,
    onJumpToLatest: plain.onJumpToLatest,
    onShown,
    onUnread: () => announce(t.message.newMessages(plain.unreadCount ?? 0)),
  });
  const isArriving = useArrivals(rows, generation, !hasNewer, me, {
    onOwn: jumpToLatest,
    onOthers: (arrived) => {
      for (const message of arrived)
        announce(t.message.announce(people(message.author.id)?.name ?? message.author.name, preview(message)));
    },
  });

  const loadEdges = useLoadEdges(
    { has: hasOlder, isLoading: plain.isLoadingOlder ?? false, load: plain.onLoadOlder },
    { has: hasNewer, isLoading: plain.isLoadingNewer ?? false, load: plain.onLoadNewer },
  );
  const { place, note, rest } = usePlace(list, rows, unreadIndex, timeZone);
  const [isStill, setStill] = useState(!isLive);
  const onScroll = () => {
    setStill(false);
    list.onScroll();
    noteTop();
    note();
    if (scroller.current && !list.isJumping()) loadEdges(scroller.current);
  };
  const onScrollEnd = () => {
    list.onScrollEnd();
    rest();
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

  const latestMessages = useRef(messages);
  latestMessages.current = messages;
  const messageAt = useCallback((seq: number) => latestMessages.current[indexOfSeq(latestMessages.current, seq)], []);

  const roving = useRovingRow(rows, scroller, list.reveal);
  const { kept, onSurface } = useKeptRows(rows, roving.index, isStill);

  useImperativeHandle(plain.handle, () => ({ jumpToLatest, jumpTo, focus: () => roving.moveTo(roving.index) }));
  const nameOf = useCallback((userId: string) => people(userId)?.name, [people]);
  const openPerson = actions?.onOpenPerson;
  const unreadCount = plain.unreadCount ?? 0;
  const isUnreadAbove = unreadIndex < 0 ? hasOlder : place.isPastUnread;
  const beforeLive = highlightedSeq === null && beginsAtUnread(rows.length, unreadIndex) ? atUnreadBeforeLive : atEndBeforeLive;
  const banner =
    unreadFromSeq !== null && unreadCount > 0 && place.day !== null && isUnreadAbove
      ? {
          count: unreadCount,
          onShow: () => (unreadIndex >= 0 ? goToRow(unreadIndex, "start") : onJumpTo?.(unreadFromSeq)),
          onDismiss: plain.onMarkAllRead,
        }
      : null;
  const placeholder =
    messages.length > 0 ? null : plain.isLoading ? (
      <ListSkeleton />
    ) : plain.error ? (
      <ListFailed onRetry={plain.onRetryLoad} />
    ) : (
      <ListEmpty>{plain.empty}</ListEmpty>
    );

  return (
    <MentionProvider me={me} nameOf={nameOf} {...(openPerson ? { onOpen: openPerson } : {})}>
      <section
        data-slot="message-list"
        data-at-bottom={list.isAtEnd || undefined}
        className={classNames(
          "chat:@container chat:relative chat:min-h-0 chat:min-w-0 chat:flex-1 chat:overflow-hidden chat:bg-bg",
          plain.className,
        )}
      >
        <div
          ref={scroller}
          role="log"
          aria-live="off"
          aria-label={plain.label ?? t.message.list}
          aria-busy={plain.isLoading || undefined}
          data-slot="message-scroller"
          className={classNames(
            "chat-scroll chat:flex chat:h-full chat:flex-col chat:overflow-x-hidden chat:overscroll-contain chat:[overflow-anchor:none]",
            isLive ? "chat:overflow-y-auto" : beforeLive,
          )}
          onKeyDown={roving.onKeyDown}
          onFocus={roving.onFocus}
        >
          {placeholder ?? (
            <>
              {plain.align !== "start" && <div className="chat:grow" />}
              <Virtualizer
                key={generation}
                ref={list.virtualizer}
                scrollRef={scroller}
                data={rows}
                shift={shift}
                ssrCount={isLive ? undefined : rows.length}
                keepMounted={kept}
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
                    isDirect={plain.isDirect ?? false}
                    receipt={receipts.receipt(row.message)}
                    seenBy={receipts.seenBy(row.message)}
                    unreadReplies={plain.unreadReplies?.get(row.message.id) ?? 0}
                    isHighlighted={row.message.seq === highlighted && !row.message.local}
                    isNew={isArriving(row)}
                    tabIndex={row.key === roving.key ? 0 : -1}
                    isSelected={plain.selected?.has(row.message.id)}
                    onToggleSelected={plain.onToggleSelected}
                    actions={actions}
                    emojiDataUrl={plain.emojiDataUrl}
                    onJump={jumpTo}
                    messageAt={messageAt}
                    beginning={plain.beginning}
                    renderMessage={plain.renderMessage}
                    onSurface={onSurface}
                  />
                )}
              </Virtualizer>
            </>
          )}
        </div>
        <ListOverlays
          isLoadingOlder={plain.isLoadingOlder ?? false}
          isLoadingNewer={plain.isLoadingNewer ?? false}
          banner={banner}
          day={place.day}
          isScrolling={place.isScrolling}
          latest={
            messages.length > 0 && isLive && (list.isAtEnd === false || hasNewer)
              ? { count: newCount, onClick: jumpToLatest }
              : null
          }
          announcement={announcement}
        />
      </section>
    </MentionProvider>
  );
}
