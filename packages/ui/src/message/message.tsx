"use client";

import type { ChatDefinition, UserRef } from "@chat/contract";
import { Suspense, useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { dateFormat } from "../catalogue/formats.ts";
import { FoldedMessage } from "../block/folded-message.tsx";
import { useFoldedPeople } from "../block/folded.tsx";
import { BubbleFrame } from "./bubble-frame.tsx";
import { FlatFrame } from "./flat-frame.tsx";
import { MessageBody } from "./message-body.tsx";
import { MessageFailure } from "./message-failure.tsx";
import { useMessageKinds } from "./message-kind.tsx";
import { hasMenu, messageRights } from "./message-rights.ts";
import { MessageReactions } from "./message-reactions.tsx";
import type { MessageSurface } from "./message-surfaces.tsx";
import { ThreadSummary } from "./thread-summary.tsx";
import { myEmoji, type MessageActions, type Receipt, type TimelineMessage } from "./timeline-message.ts";
import type { Slots } from "../slots/slots.tsx";
import { useLongPress } from "./use-long-press.ts";
import { mergeHandlers } from "./merge-handlers.ts";
import { SwipeHint } from "./swipe-hint.tsx";
import { useSwipe } from "./use-swipe.ts";
import { useReaderZone } from "./use-reader-zone.ts";
import type { MenuItem } from "../primitives/menu.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";

const texts = { message: messageStrings, reaction: reactionStrings, thread: threadStrings };

export interface MessageProps<D extends ChatDefinition = ChatDefinition> {
  message: TimelineMessage<D>;
  /** The reader's own user id. */
  me: string;
  /** People by id, with their current name and picture; the message's own author is used where it knows nobody. */
  people?: (userId: string) => UserRef | undefined;
  /** `flat` is a list with names, `bubbles` for two people or a phone. */
  layout?: "flat" | "bubbles";
  /** Between two people: bubbles then show neither name nor picture. */
  isDirect?: boolean;
  /** False after a message of the same author within five minutes: no name, no picture. */
  startsGroup?: boolean;
  endsGroup?: boolean;
  /** How far an own message got. */
  receipt?: Receipt;
  /** Those whose reading ends here. */
  seenBy?: readonly UserRef[];
  /** Replies in its thread that the reader has not read, where they follow it. */
  unreadReplies?: number;
  /** Found by a jump: shown for a moment. */
  isHighlighted?: boolean;
  /** It has just arrived: rises a little. */
  isNew?: boolean;
  /** 0 for the one message of a list that Tab reaches, -1 for the others. */
  tabIndex?: 0 | -1;
  /** While several messages are being selected: whether this one is. */
  isSelected?: boolean | undefined;
  /** It was chosen, or let go; `isRange` while Shift is held. Keep its identity stable. */
  onToggleSelected?: (message: TimelineMessage<D>, isRange: boolean) => void;
  actions?: MessageActions<D>;
  components?: Slots<D>;
  emojiDataUrl?: string;
  /** Shows the message with this seq: a click on a quote. */
  onJump?: (seq: number) => void;
  /** A message of the same conversation that is held, for a quote of it. Keep its identity stable. */
  messageAt?: (seq: number) => TimelineMessage | undefined;
  /** Something of this message is open over the page; a windowed list must keep its row. Keep its identity stable. */
  onSurfaceChange?: (open: boolean) => void;
}

// Loaded on first use: a pointer, a sheet or a dialog is rare beside the messages that are only read.
const MessageToolbar = lazyPart(() => import("./message-toolbar.tsx").then((module) => module.MessageToolbar), "idle");
const SelectBox = lazyPart(() => import("./select-box.tsx").then((module) => module.SelectBox), "idle");
const MessageSurfaces = lazyPart(() => import("./message-surfaces.tsx").then((module) => module.MessageSurfaces), "idle");

const none: MessageActions = {};
const noItems: readonly MenuItem[] = [];

/**
 * One message. Focused, it takes Enter or the menu key for its actions, R to reply, T for its thread, E to edit, + to react; with a mouse it shows a
 * toolbar, and under a finger that rests on it a sheet.
 */
export function Message<D extends ChatDefinition = ChatDefinition>(props: MessageProps<D>): ReactElement {
  const {
    message,
    me,
    people,
    layout = "flat",
    startsGroup = true,
    endsGroup = true,
    receipt,
    seenBy = [],
    isHighlighted,
    isNew,
    tabIndex = 0,
  } = props;
  const { components, emojiDataUrl, onJump, onSurfaceChange } = props;
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const actions = (props.actions ?? none) as MessageActions;
  const plain = message as unknown as TimelineMessage;
  const t = useTexts(texts);
  const kinds = useMessageKinds();
  const { locale } = useLocale();
  const { timeZone } = useReaderZone();
  const row = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [surface, setSurface] = useState<MessageSurface | null>(null);
  const [hasOpened, setOpened] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const isFolded = useFoldedPeople().has(message.author.id) && !isUnfolded;

  const open = (next: MessageSurface | null) => {
    setSurface(next);
    if (next && next !== "menu" && next !== "picker") setOpened(true);
  };
  const isOpen = surface !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    onSurfaceChange?.(true);
    return () => onSurfaceChange?.(false);
  }, [isOpen, onSurfaceChange]);
  // A command of the menu may have opened another surface by the time that the menu tells of its own closing.
  const changeToolbar = (next: "menu" | "picker" | null) => {
    if (next) open(next);
    else setSurface((held) => (held === "menu" || held === "picker" ? null : held));
  };
  const may = messageRights(plain, me, actions);
  const isThere = message.local === undefined && message.deletedAt === null && message.hiddenAt === undefined;
  const openers = {
    showReaders: () => open("readers"),
    showReactors: () => open("reactors"),
    confirmDelete: () => open("delete"),
    own: (isThere && kinds.byName.get(plain.kind)?.actions?.(plain)) || noItems,
  };
  const canOpenMenu = hasMenu(may, openers.own.length);
  const mine = myEmoji(plain, me);
  const toggle = may.react
    ? (emoji: string) => (mine.includes(emoji) ? actions.onUnreact : actions.onReact)?.(plain, emoji)
    : undefined;
  const press = useLongPress(() => props.isSelected === undefined && (canOpenMenu || toggle) && open("sheet"));

  const swipe = useSwipe(row, may.reply && props.isSelected === undefined ? () => actions.onReply?.(plain) : undefined);
  const touch = mergeHandlers(press, swipe);

  // What cannot be selected stays as it is, but acts on nothing.
  const isSelecting = props.isSelected !== undefined;
  const canSelect = isSelecting && isThere;
  const toggleSelected = (isRange: boolean) => props.onToggleSelected?.(message, isRange);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    // A letter is the same key under Caps Lock, and another one with Shift.
    const letter = event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
    const key = event.key.length === 1 ? letter : event.key;
    const choose = canSelect && (() => toggleSelected(event.shiftKey));
    const act = isSelecting
      ? { Enter: choose, " ": choose, x: choose, X: choose }[key]
      : {
          Enter: canOpenMenu && (() => open("menu")),
          ContextMenu: canOpenMenu && (() => open("menu")),
          r: may.reply && (() => actions.onReply?.(plain)),
          t: may.thread && (() => actions.onOpenThread?.(plain)),
          e: may.edit && (() => actions.onEdit?.(plain)),
          x: may.select && (() => actions.onSelect?.(plain)),
          "+": toggle && (() => open("picker")),
        }[key];
    if (!act) return;
    event.preventDefault();
    if (!isSelecting) setNear(true);
    act();
  };

  const author = people?.(message.author.id) ?? message.author;
  const nameOf = (userId: string) => people?.(userId)?.name;
  const state = message.local?.state ?? (message.deletedAt === null ? "stored" : "deleted");
  const time = dateFormat(locale, { timeStyle: "short", ...(timeZone ? { timeZone } : {}) }).format(new Date(message.createdAt));
  const absent = message.deletedAt === null ? t.message.underReview : t.message.deleted;
  const stands = isFolded ? t.message.folded : kinds.preview(plain);
  const said = message.deletedAt === null && message.hiddenAt === undefined ? stands : absent;
  const label = t.message.row(author.name, said, time);
  const Frame = layout === "flat" ? FlatFrame : BubbleFrame;
  return (
    <div
      ref={row}
      role="article"
      tabIndex={tabIndex}
      aria-label={label}
      suppressHydrationWarning
      data-slot="message"
      data-message-id={message.id}
      data-seq={message.seq}
      data-kind={message.kind}
      data-layout={layout}
      data-state={state}
      data-own={author.id === me || undefined}
      data-starts-group={startsGroup || undefined}
      data-mentions-me={message.mentionsAll || message.mentions.includes(me) || undefined}
      data-highlighted={isHighlighted || undefined}
      data-receipt={receipt}
      data-selected={props.isSelected}
      className={`chat:group/message chat:relative chat:data-[selected]:ps-9 chat:pointer-coarse:select-none chat:pointer-coarse:touch-pan-y chat:focus-visible:-outline-offset-2 ${
        isHighlighted ? "chat:animate-[chat-flash_1.8s_ease-out]" : isNew ? "chat:animate-[chat-rise_160ms_ease-out]" : ""
      }`}
      onKeyDown={onKeyDown}
      onPointerEnter={(event) => event.pointerType === "mouse" && setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocus={(event) => event.target.matches(":focus-visible") && setNear(true)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setNear(false)}
      {...touch}
    >
      {may.reply && <SwipeHint />}
      <Frame
        author={author}
        at={message.createdAt}
        own={author.id === me}
        startsGroup={startsGroup}
        endsGroup={endsGroup}
        receipt={receipt}
        seenBy={seenBy}
        onOpenPerson={actions.onOpenPerson}
        isDirect={props.isDirect ?? false}
      >
        <div className={state === "sending" ? "chat:opacity-70 chat:transition-opacity" : undefined}>
          {isFolded && isThere ? (
            <FoldedMessage onShow={() => setUnfolded(true)} />
          ) : (
            <MessageBody message={message} nameOf={nameOf} components={components} onJump={onJump} messageAt={props.messageAt} />
          )}
        </div>
        {!isFolded && (
          <MessageReactions
            message={plain}
            me={me}
            mine={mine}
            nameOf={nameOf}
            actions={actions}
            toggle={toggle}
            emojiDataUrl={emojiDataUrl}
          />
        )}
        {message.thread && actions.onOpenThread && (
          <ThreadSummary
            thread={message.thread}
            people={people}
            unread={props.unreadReplies ?? 0}
            onOpen={() => actions.onOpenThread?.(plain)}
          />
        )}
        <MessageFailure message={plain} actions={actions} />
      </Frame>
      {canSelect && (
        <Suspense fallback={null}>
          <SelectBox label={t.message.selectNamed(label)} isSelected={props.isSelected ?? false} onToggle={toggleSelected} />
        </Suspense>
      )}
      {!isSelecting && (isNear || surface === "menu" || surface === "picker") && (
        <Suspense fallback={null}>
          <MessageToolbar
            className={
              layout === "bubbles" && author.id === me
                ? "chat:-top-4 chat:start-(--chat-gutter)"
                : "chat:-top-4 chat:end-(--chat-gutter)"
            }
            message={plain}
            me={me}
            actions={actions}
            openers={openers}
            onToggleReaction={toggle}
            onReply={may.reply ? () => actions.onReply?.(plain) : undefined}
            onOpenThread={may.thread ? () => actions.onOpenThread?.(plain) : undefined}
            emojiDataUrl={emojiDataUrl}
            open={surface === "menu" || surface === "picker" ? surface : null}
            onOpenChange={changeToolbar}
            focusBack={() => row.current?.focus({ preventScroll: true })}
          />
        </Suspense>
      )}
      {hasOpened && (
        <Suspense fallback={null}>
          <MessageSurfaces
            message={plain}
            actions={actions}
            surface={surface}
            onChange={open}
            openers={openers}
            mine={mine}
            me={me}
            onToggleReaction={toggle}
            emojiDataUrl={emojiDataUrl}
          />
        </Suspense>
      )}
    </div>
  );
}
