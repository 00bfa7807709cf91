"use client";

import { useBlocks, useMe, useTyping } from "@chat/client/react";
import type { ChannelEntry } from "@chat/contract";
import { useMemo, useRef, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { errorText } from "../channel-view/attempt-of.ts";
import { ChannelTimeline } from "../channel-view/channel-timeline.tsx";
import { useChannelNow } from "../channel-view/use-channel-now.ts";
import { useConversation } from "../channel-view/use-conversation.ts";
import { useMessageActions } from "../channel-view/use-message-actions.ts";
import { usePeople } from "../channel-view/use-people.ts";
import { useSelecting } from "../channel-view/use-selecting.tsx";
import { composerBlock } from "../composer/composer-block.ts";
import type { ComposerHandle } from "../composer/composer.tsx";
import { useMessageKinds } from "../message/message-kind.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { BellIcon, BellOffIcon } from "../primitives/icons.tsx";
import { useJudging } from "../report/message-moderation.tsx";
import { useReporting } from "../report/use-reporting.tsx";
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
  const typists = useTyping(channelId).state.users;
  const people = usePeople();

  const ownComposer = useRef<ComposerHandle>(null);
  const conversation = useConversation(channelId, true);
  const { aim, setAim, setNotice } = conversation;
  const isFollowing = entry.me !== null;
  const isDirect = root?.channel.type === "direct";
  const layout = props.layout ?? (isDirect ? "bubbles" : "flat");
  const blocked = useBlocks().state.userIds;
  const block = root ? composerBlock(root, blocked) : null;
  const selecting = useSelecting(channelId, conversation);
  const reporting = useReporting();
  const judging = useJudging();
  const actions = useMessageActions(channelId, {
    canWrite: root !== undefined && block === null,
    canReact: root !== undefined && (block === null || block === "posting"),
    canModerate: root?.channel.type === "group" && (root.me?.role === "owner" || root.me?.role === "moderator"),
    me: myId,
    onReply: (message) => setAim({ replyTo: message, editing: null }),
    onEdit: (message) => setAim({ replyTo: aim.replyTo, editing: message }),
    canMarkUnread: isFollowing,
    onSelect: selecting.begin,
    onReport: reporting.reportMessage,
    onHide: judging.hide,
    onRemove: judging.remove,
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
      about={
        <ThreadAbout
          parent={parent}
          isFolded={!isDirect && blocked.has(parent.author.id)}
          onShow={onShowParent && (() => onShowParent(parent))}
        />
      }
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
      <ChannelTimeline
        conversation={conversation}
        myId={myId}
        typists={typists}
        entry={place}
        block={block}
        layout={layout}
        isDirect={isDirect}
        align="start"
        {...selecting.rows}
        actions={actions}
        beginning={beginning}
        label={t.thread.list}
        composerLabel={t.thread.write}
        drafts={props.drafts}
        composerExtra={props.composerExtra}
        emojiDataUrl={props.emojiDataUrl}
        composer={props.composer ?? ownComposer}
        notices={judging.notice ?? selecting.notice}
        bar={selecting.barOf(actions)}
      />
      {reporting.dialog}
      {judging.dialog}
    </ThreadFrame>
  );
}

/** Whose message it is and how it begins, also while that is scrolled out of sight; a way back to it. */
function ThreadAbout(props: { parent: TimelineMessage; isFolded: boolean; onShow: (() => void) | undefined }) {
  const { parent, onShow } = props;
  const t = useTexts(texts);
  const { preview } = useMessageKinds();
  const words = props.isFolded ? t.message.folded : preview(parent);
  const said = parent.deletedAt === null ? words : t.message.deleted;
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
