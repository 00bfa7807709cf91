"use client";

import { useBlocks, useConnection, useMe, useReadState, useTyping, useUnreadReplies } from "@chat/client/react";
import { useRef, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { ChannelHeader as StockHeader } from "../channel-header/channel-header.tsx";
import { composerBlock } from "../composer/composer-block.ts";
import type { ComposerHandle } from "../composer/composer.tsx";
import { useJudging } from "../report/message-moderation.tsx";
import { useReporting } from "../report/use-reporting.tsx";
import { useSlots } from "../slots/slots.tsx";
import { classNames } from "../styles/class-names.ts";
import { ThreadView } from "../thread-view/thread-view.tsx";
import { ChannelDetails } from "./channel-details.tsx";
import { ChannelTimeline } from "./channel-timeline.tsx";
import type { ChannelViewProps } from "./channel-view.tsx";
import { LeaveChannel } from "./leave-channel.tsx";
import { useChannelCommands } from "./use-channel-commands.ts";
import { useChannelNow } from "./use-channel-now.ts";
import { useConversation } from "./use-conversation.ts";
import { useMessageActions } from "./use-message-actions.ts";
import { useOpenThread } from "./use-open-thread.ts";
import { useSelecting } from "./use-selecting.tsx";

const texts = { channelList: channelListStrings, message: messageStrings };

// What is beside the conversation covers it in a view of a phone's width, lies over it in a wider one, and from 48 rem on takes room of its own.
const besideClass =
  "chat:absolute chat:inset-0 chat:z-30 chat:@min-[36rem]/chat-view:start-auto chat:@min-[36rem]/chat-view:border-s chat:@min-[36rem]/chat-view:border-border chat:@min-[36rem]/chat-view:shadow-overlay chat:@min-[48rem]/chat-view:static chat:@min-[48rem]/chat-view:flex-none chat:@min-[48rem]/chat-view:shadow-none";
const detailsClass = `${besideClass} chat:@min-[36rem]/chat-view:w-80`;
const threadClass = `${besideClass} chat:@min-[36rem]/chat-view:w-96 chat:@min-[48rem]/chat-view:w-88 chat:@min-[60rem]/chat-view:w-96`;

/** A conversation that the reader is in: header, timeline, who is typing, composer, details, thread. */
export function OpenChannel(props: ChannelViewProps): ReactElement {
  const { channelId, onBack, onGone, consoleLinkTo, isDetailsOpen = false, onDetailsChange } = props;
  const t = useTexts(texts);
  const { ChannelHeader = StockHeader } = useSlots();
  const myId = useMe().state.me?.id ?? "";
  const { entry } = useChannelNow(channelId).state;
  const { capabilities } = useConnection().state;
  const typists = useTyping(channelId).state.users;

  const ownComposer = useRef<ComposerHandle>(null);
  const thread = useOpenThread(props.threadOf ?? null, props.onThreadChange, useReadState(channelId).actions.markRead);
  const conversation = useConversation(channelId, entry?.me != null, thread.markRead);
  const { messages, aim, setAim, setNotice } = conversation;
  const [isLeaving, setLeaving] = useState(false);
  const isGroup = entry?.channel.type === "group";
  const isDirect = entry?.channel.type === "direct";
  const blocked = useBlocks().state.userIds;
  const block = entry ? composerBlock(entry, blocked) : null;
  const reporting = useReporting();
  const judging = useJudging();
  const selecting = useSelecting(channelId, conversation);
  const actions = useMessageActions(channelId, {
    canWrite: entry !== undefined && block === null,
    canReact: entry !== undefined && (block === null || block === "posting"),
    canModerate: isGroup && (entry.me?.role === "owner" || entry.me?.role === "moderator"),
    me: myId,
    onReply: (message) => setAim({ replyTo: message, editing: null }),
    onEdit: (message) => setAim({ replyTo: aim.replyTo, editing: message }),
    canMarkUnread: true,
    // Before the server was met nothing is known of it, and what it sent may hold threads.
    onOpenThread: capabilities === null || capabilities.includes("threads") ? thread.open : undefined,
    onSelect: selecting.begin,
    onReport: reporting.reportMessage,
    onHide: judging.hide,
    onRemove: judging.remove,
    onOpenInConsole: consoleLinkTo && ((message) => void window.open(consoleLinkTo(message), "_blank", "noopener")),
    onOpenPerson: props.onOpenPerson,
    linkTo: props.linkTo,
    onProblem: setNotice,
  });
  const commands = useChannelCommands(channelId, messages, myId, setNotice);

  const unreadReplies = useUnreadReplies(channelId);
  const isThreadOpen = thread.messageId !== null && entry !== undefined;

  return (
    <div
      ref={thread.box}
      data-slot="channel-view"
      className={classNames(
        "chat:@container/chat-view chat:relative chat:flex chat:overflow-clip chat:min-h-0 chat:min-w-0 chat:flex-1",
        props.className,
      )}
    >
      <section
        ref={thread.conversation}
        aria-label={entry && channelName(entry, t)}
        className={classNames(
          "chat:@container-[size] chat:flex chat:min-h-0 chat:min-w-0 chat:flex-1 chat:flex-col",
          // Under a thread that fills the screen nothing is read, reached or told.
          isThreadOpen && "chat:@max-[36rem]/chat-view:invisible",
        )}
      >
        {entry ? (
          <ChannelHeader
            entry={entry}
            typing={isGroup ? [] : typists}
            {...(onBack ? { onBack } : {})}
            isDetailsOpen={isDetailsOpen && !isThreadOpen}
            {...(onDetailsChange ? { onToggleDetails: () => onDetailsChange(!isDetailsOpen) } : {})}
            onSetMuted={commands.setMuted}
            onSetPinned={commands.setPinned}
            onMarkUnread={commands.markUnread}
            onLeave={() => setLeaving(true)}
          />
        ) : (
          <div className="chat:h-14 chat:shrink-0 chat:border-b chat:border-border" />
        )}
        <ChannelTimeline
          conversation={conversation}
          myId={myId}
          typists={isGroup ? typists : []}
          entry={entry}
          block={block}
          layout={props.layout ?? (isDirect ? "bubbles" : "flat")}
          isDirect={isDirect}
          unreadReplies={unreadReplies}
          {...selecting.rows}
          actions={actions}
          label={t.message.list}
          drafts={props.drafts}
          composerExtra={props.composerExtra}
          emojiDataUrl={props.emojiDataUrl}
          composer={props.composer ?? ownComposer}
          notices={judging.notice ?? selecting.notice}
          bar={selecting.barOf(actions)}
        />
      </section>
      {reporting.dialog}
      {judging.dialog}
      {isLeaving && entry && (
        <LeaveChannel entry={entry} onClose={() => setLeaving(false)} onLeft={() => onGone?.()} onProblem={setNotice} />
      )}
      {isThreadOpen && (
        <ThreadView
          key={thread.messageId}
          messageId={thread.messageId ?? ""}
          drafts={props.drafts}
          onClose={thread.close}
          onShowParent={(message) => {
            if (thread.isCovered()) thread.close();
            void conversation.paging.jumpTo(message.seq);
          }}
          onOpenPerson={props.onOpenPerson}
          composerExtra={props.composerExtra}
          linkTo={props.linkTo}
          layout={props.layout}
          emojiDataUrl={props.emojiDataUrl}
          className={threadClass}
        />
      )}
      {isDetailsOpen && !isThreadOpen && entry && (
        <ChannelDetails
          channelId={channelId}
          onClose={() => onDetailsChange?.(false)}
          onMessage={props.onMessage}
          onLeft={onGone}
          className={detailsClass}
        />
      )}
    </div>
  );
}
