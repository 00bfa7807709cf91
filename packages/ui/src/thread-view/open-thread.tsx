"use client";

import { useMe, useMessages, useReadState, useTyping } from "@chat/client/react";
import type { ChannelEntry } from "@chat/contract";
import { useCallback, useMemo, useRef, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { previewText } from "../channel-list/preview-text.ts";
import { errorText } from "../channel-view/attempt-of.ts";
import { ChannelComposer, noAim, type Aim } from "../channel-view/channel-composer.tsx";
import { Notice } from "../channel-view/notice.tsx";
import { useChannelNow } from "../channel-view/use-channel-now.ts";
import { useMessageActions } from "../channel-view/use-message-actions.ts";
import { usePeople } from "../channel-view/use-people.ts";
import { useReadVisit } from "../channel-view/use-read-visit.ts";
import { composerBlock } from "../composer/composer-block.ts";
import type { ComposerHandle } from "../composer/composer.tsx";
import { MessageList, type MessageListHandle } from "../message-list/message-list.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { BellIcon, BellOffIcon } from "../primitives/icons.tsx";
import { TypingIndicator } from "../typing/typing-indicator.tsx";
import { ThreadFrame } from "./thread-frame.tsx";
import { ThreadParent } from "./thread-parent.tsx";
import type { ThreadViewProps } from "./thread-view.tsx";

const texts = { channelList: channelListStrings, errors: errorStrings, message: messageStrings, thread: threadStrings };

export interface OpenThreadProps extends ThreadViewProps {
  entry: ChannelEntry;
  parent: TimelineMessage;
  onFollow: (following: boolean) => Promise<unknown>;
}

/** A thread that is there. Its messages are a channel of their own; who may do what is as in its root. */
export function OpenThread(props: OpenThreadProps): ReactElement {
  const { entry, parent, messageId, onFollow } = props;
  const { id: channelId, rootId } = entry.channel;
  const t = useTexts(texts);
  const myId = useMe().state.me?.id ?? "";
  const root = useChannelNow(rootId).state.entry;
  const { state: timeline, actions: paging } = useMessages(channelId);
  const { state: read, actions: reading } = useReadState(channelId);
  const typists = useTyping(channelId).state.users;
  const people = usePeople();

  const ownComposer = useRef<ComposerHandle>(null);
  const list = useRef<MessageListHandle>(null);
  const [aim, setAim] = useState<Aim>(noAim);
  const [isAtBottom, setAtBottom] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const closeNotice = useCallback(() => setNotice(null), []);

  const messages: readonly TimelineMessage[] = timeline.messages;
  const lastSeq = messages.findLast((message) => !message.local)?.seq ?? 0;
  const isFollowing = entry.me !== null;
  const isDirect = root?.channel.type === "direct";
  const layout = props.layout ?? (isDirect ? "bubbles" : "flat");
  const visit = useReadVisit(
    channelId,
    !timeline.isLoading,
    read,
    { lastSeq, isAtBottom, hasNewer: timeline.hasNewer },
    reading.markRead,
  );
  const block = root ? composerBlock(root) : null;
  const actions = useMessageActions(channelId, {
    canWrite: root !== undefined && block === null,
    canModerate: root?.channel.type === "group" && (root.me?.role === "owner" || root.me?.role === "moderator"),
    me: myId,
    onReply: (message) => setAim({ replyTo: message, editing: null }),
    onEdit: (message) => setAim({ ...aim, editing: message }),
    onMark: isFollowing ? visit.hold : undefined,
    onOpenPerson: props.onOpenPerson,
    linkTo: props.linkTo && ((message) => props.linkTo?.(message, { channelId: rootId, messageId }) ?? ""),
    onProblem: setNotice,
  });
  /** Written here as in the root: under its rights, into the thread. */
  const place = useMemo(
    () =>
      root && {
        ...entry,
        channel: { ...entry.channel, slowModeSeconds: root.channel.slowModeSeconds },
        me: root.me,
        peer: root.peer,
      },
    [entry, root],
  );
  const beginning = (
    <ThreadParent
      parent={parent}
      myId={myId}
      layout={layout}
      isDirect={isDirect}
      canWrite={root !== undefined && block === null}
      people={people}
      components={props.components}
      emojiDataUrl={props.emojiDataUrl}
      linkTo={props.linkTo}
      onOpenPerson={props.onOpenPerson}
      onProblem={setNotice}
    />
  );
  const follow = () => void onFollow(!isFollowing).catch((error: unknown) => setNotice(errorText(error, t)));
  const onShowParent = props.onShowParent;

  return (
    <ThreadFrame
      onClose={props.onClose}
      className={props.className}
      about={<ThreadAbout parent={parent} onShow={onShowParent && (() => onShowParent(parent))} />}
      actions={
        <IconButton
          label={isFollowing ? t.thread.unfollow : t.thread.follow}
          icon={isFollowing ? <BellIcon size={18} /> : <BellOffIcon size={18} />}
          tooltip="bottom"
          aria-pressed={isFollowing}
          onClick={follow}
        />
      }
    >
      <MessageList
        handle={list}
        messages={messages}
        me={myId}
        people={people}
        cursors={read.cursors}
        layout={layout}
        align="start"
        isDirect={isDirect}
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
        onMarkAllRead={() => reading.markRead(entry.head.seq)}
        highlightedSeq={timeline.highlightedSeq}
        onJumpTo={(seq) => void paging.jumpTo(seq)}
        onJumpToLatest={() => void paging.jumpToLatest()}
        actions={actions}
        components={props.components}
        beginning={beginning}
        empty={beginning}
        label={t.thread.list}
        {...(props.emojiDataUrl === undefined ? {} : { emojiDataUrl: props.emojiDataUrl })}
      />
      <div className="chat:relative chat:shrink-0 chat:px-3 chat:pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <Notice text={notice} onClose={closeNotice} />
        <TypingIndicator users={typists} />
        {place && (
          <ChannelComposer
            entry={place}
            label={t.thread.write}
            myId={myId}
            messages={messages}
            readSeq={visit.isHeld || lastSeq === 0 ? undefined : lastSeq}
            aim={aim}
            onAimChange={setAim}
            block={block}
            onSent={() => list.current?.jumpToLatest()}
            onProblem={setNotice}
            drafts={props.drafts}
            renderExtra={props.composerExtra}
            emojiDataUrl={props.emojiDataUrl}
            handle={props.composer ?? ownComposer}
          />
        )}
      </div>
    </ThreadFrame>
  );
}

/** Whose message it is and how it begins, also while that is scrolled out of sight; a way back to it. */
function ThreadAbout({ parent, onShow }: { parent: TimelineMessage; onShow: (() => void) | undefined }) {
  const t = useTexts(texts);
  const said = parent.deletedAt === null ? previewText(parent.text) : t.message.deleted;
  const text = said === "" ? parent.author.name : t.channelList.authorLine(parent.author.name, said);
  const look = "chat:block chat:max-w-full chat:truncate chat:text-start chat:text-xs chat:text-muted";
  if (onShow === undefined)
    return (
      <p dir="auto" className={look}>
        {text}
      </p>
    );
  return (
    <button
      type="button"
      dir="auto"
      data-slot="thread-about"
      title={t.thread.showParent}
      onClick={onShow}
      className={`${look} chat:hover:text-text chat:hover:underline`}
    >
      {text}
    </button>
  );
}
