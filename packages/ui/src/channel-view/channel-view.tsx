"use client";

import { useChannel, useMe, useMessages, useReadState, useSendMessage, useTyping } from "@chat/client/react";
import type { ChatDefinition } from "@chat/contract";
import { useCallback, useRef, useState, type ReactElement, type ReactNode, type RefObject } from "react";
import { useCatalogue } from "../catalogue/catalogue-provider.tsx";
import { ChannelHeader } from "../channel-header/channel-header.tsx";
import { channelTitle } from "../channel-list/channel-title.ts";
import { composerBlock } from "../composer/composer-block.ts";
import { Composer, type ComposerExtra, type ComposerHandle } from "../composer/composer.tsx";
import type { DraftStore } from "../composer/draft-store.ts";
import { MessageList, type MessageListHandle } from "../message-list/message-list.tsx";
import type { MessageComponents, TimelineMessage } from "../message/timeline-message.ts";
import { Button } from "../primitives/button.tsx";
import { classNames } from "../styles/class-names.ts";
import { TypingIndicator } from "../typing/typing-indicator.tsx";
import { errorText } from "./attempt-of.ts";
import { ChannelDetails } from "./channel-details.tsx";
import { ChannelMissing } from "./channel-missing.tsx";
import { Notice } from "./notice.tsx";
import { useChannelCommands } from "./use-channel-commands.ts";
import { useMentionSearch } from "./use-mention-search.ts";
import { useMessageActions } from "./use-message-actions.ts";
import { usePeople } from "./use-people.ts";
import { useReadVisit } from "./use-read-visit.ts";
import { slowModeUntil, useWaitUntil } from "./wait-until.ts";

export interface ChannelViewProps<D extends ChatDefinition = ChatDefinition> {
  /** Give it as `key` too: a visit's state is of one channel. */
  channelId: string;
  drafts: DraftStore;
  /** Shows the way back where there is room for one pane only. */
  onBack?: (() => void) | undefined;
  /** Opens a direct message with someone. */
  onMessage?: ((userId: string) => void) | undefined;
  onOpenPerson?: ((userId: string) => void) | undefined;
  isDetailsOpen?: boolean;
  onDetailsChange?: ((open: boolean) => void) | undefined;
  components?: MessageComponents<D> | undefined;
  /** A slot in the composer for the product's own fields of a message. */
  composerExtra?: ((extra: ComposerExtra) => ReactNode) | undefined;
  linkTo?: ((message: TimelineMessage<D>) => string) | undefined;
  /** `flat` for all, `bubbles` for all; by default direct messages are bubbles. */
  layout?: "flat" | "bubbles" | undefined;
  emojiDataUrl?: string | undefined;
  composer?: RefObject<ComposerHandle | null> | undefined;
  className?: string;
}

/** One channel, wired to the client: header, timeline, who is typing, composer, details. */
export function ChannelView<D extends ChatDefinition = ChatDefinition>(props: ChannelViewProps<D>): ReactElement {
  const { channelId, drafts, onBack, isDetailsOpen = false, onDetailsChange } = props;
  const t = useCatalogue();
  const me = useMe().state.me;
  const { state: channel, actions: channelActions } = useChannel(channelId);
  const { state: timeline, actions: paging } = useMessages(channelId);
  const { actions: sending } = useSendMessage(channelId);
  const typing = useTyping(channelId);
  const { state: read, actions: reading } = useReadState(channelId);
  const people = usePeople();

  const ownComposer = useRef<ComposerHandle>(null);
  const composer = props.composer ?? ownComposer;
  const list = useRef<MessageListHandle>(null);
  const [replyTo, setReplyTo] = useState<TimelineMessage | null>(null);
  const [editing, setEditing] = useState<TimelineMessage | null>(null);
  const [isAtBottom, setAtBottom] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const closeNotice = useCallback(() => setNotice(null), []);

  const { entry } = channel;
  const messages = timeline.messages as readonly TimelineMessage[];
  const lastSeq = messages.findLast((message) => !message.local)?.seq ?? 0;
  const isReady = entry?.me != null && !timeline.isLoading;
  const visit = useReadVisit(channelId, isReady, read, { lastSeq, isAtBottom, hasNewer: timeline.hasNewer }, reading.markRead);

  const block = entry ? composerBlock(entry) : null;
  const isGroup = entry?.channel.type === "group";
  const myId = me?.id ?? "";
  const searchMentions = useMentionSearch(channelId, isGroup, me?.id);
  const waitUntil = useWaitUntil(entry ? slowModeUntil(entry.channel, entry.me?.role ?? null, messages, myId) : null, messages);
  const actions = useMessageActions(channelId, {
    canWrite: block === null,
    canModerate: isGroup && (entry?.me?.role === "owner" || entry?.me?.role === "moderator"),
    me: myId,
    onReply: (message) => {
      setEditing(null);
      setReplyTo(message);
    },
    onEdit: setEditing,
    onMark: visit.hold,
    onOpenPerson: props.onOpenPerson,
    linkTo: props.linkTo as ((message: TimelineMessage) => string) | undefined,
    onProblem: setNotice,
  });
  const commands = useChannelCommands(channelId, messages, myId, { onMark: visit.hold, onProblem: setNotice });
  const focusComposer = () => composer.current?.focus();

  if (channel.error && !entry) return <ChannelMissing onBack={onBack} />;
  const title = entry ? channelTitle(entry, entry.channel.type === "direct" ? t.channelList.formerPerson : t.channelList.untitled) : "";
  return (
    <div data-slot="channel-view" className={classNames("chat:relative chat:flex chat:min-h-0 chat:min-w-0 chat:flex-1", props.className)}>
      <main className="chat:@container-[size] chat:flex chat:min-h-0 chat:min-w-0 chat:flex-1 chat:flex-col">
        {entry ? (
          <ChannelHeader
            entry={entry}
            typing={isGroup ? [] : typing.state.users}
            {...(onBack ? { onBack } : {})}
            isDetailsOpen={isDetailsOpen}
            onToggleDetails={() => onDetailsChange?.(!isDetailsOpen)}
            onSetMuted={commands.setMuted}
            onSetPinned={commands.setPinned}
            onMarkUnread={commands.markUnread}
          />
        ) : (
          <div className="chat:h-14 chat:shrink-0 chat:border-b chat:border-border" />
        )}
        <MessageList<D>
          ref={list}
          messages={timeline.messages as unknown as readonly TimelineMessage<D>[]}
          me={myId}
          people={people}
          cursors={read.cursors}
          layout={props.layout ?? (isGroup ? "flat" : "bubbles")}
          isLoading={timeline.isLoading}
          error={timeline.error}
          onRetryLoad={() => void paging.jumpToLatest()}
          hasOlder={timeline.hasOlder}
          hasNewer={timeline.hasNewer}
          isLoadingOlder={timeline.isLoadingOlder}
          isLoadingNewer={timeline.isLoadingNewer}
          onLoadOlder={paging.loadOlder}
          onLoadNewer={paging.loadNewer}
          onAtBottomChange={setAtBottom}
          unreadFromSeq={visit.unreadFromSeq}
          unreadCount={read.unread}
          onMarkAllRead={() => entry && reading.markRead(entry.head.seq)}
          highlightedSeq={timeline.highlightedSeq}
          onJumpTo={(seq) => void paging.jumpTo(seq)}
          onJumpToLatest={() => void paging.jumpToLatest()}
          actions={actions as never}
          components={props.components}
          label={t.message.list}
          {...(props.emojiDataUrl === undefined ? {} : { emojiDataUrl: props.emojiDataUrl })}
        />
        <div className="chat:relative chat:shrink-0 chat:px-3 chat:pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <Notice text={notice} onClose={closeNotice} />
          <TypingIndicator users={isGroup ? typing.state.users : []} />
          {entry && (
            <Composer
              channelId={channelId}
              title={title}
              drafts={drafts}
              handle={composer}
              autoFocus
              block={block}
              blockAction={
                block === "notMember" && (
                  <Button size="sm" variant="primary" onClick={() => void channelActions.join().catch((error: unknown) => setNotice(errorText(error, t)))}>
                    {t.messenger.join}
                  </Button>
                )
              }
              replyTo={replyTo}
              onCancelReply={() => setReplyTo(null)}
              editing={editing}
              onCancelEdit={() => setEditing(null)}
              onEdit={(messageId, text) => {
                setEditing(null);
                void sending.edit(messageId, text).catch((error: unknown) => setNotice(errorText(error, t)));
              }}
              onEditLast={() => setEditing(messages.findLast((message) => message.author.id === myId && message.kind === "text" && message.deletedAt === null && !message.local) ?? null)}
              onSend={(submission) => {
                setReplyTo(null);
                void sending.send({ ...submission, readSeq: visit.isHeld ? undefined : lastSeq } as never);
                list.current?.jumpToLatest();
              }}
              onTyping={typing.actions.typing}
              searchMentions={searchMentions}
              waitUntil={waitUntil}
              emojiDataUrl={props.emojiDataUrl}
              {...(props.composerExtra ? { renderExtra: props.composerExtra } : {})}
            />
          )}
        </div>
      </main>
      {isDetailsOpen && entry && (
        <ChannelDetails
          channelId={channelId}
          onClose={() => {
            onDetailsChange?.(false);
            focusComposer();
          }}
          onMessage={props.onMessage}
          onLeft={onBack}
          className="chat:absolute chat:inset-0 chat:z-30 chat:@min-[40rem]/messenger:start-auto chat:@min-[40rem]/messenger:w-80 chat:@min-[40rem]/messenger:border-s chat:@min-[40rem]/messenger:border-border chat:@min-[40rem]/messenger:shadow-overlay chat:@min-[68rem]/messenger:static chat:@min-[68rem]/messenger:shrink-0 chat:@min-[68rem]/messenger:shadow-none"
        />
      )}
    </div>
  );
}
