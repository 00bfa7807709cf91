"use client";

import { useBlocks } from "@chat/client/react";
import type { ChannelEntry, UserRef } from "@chat/contract";
import { Suspense, useState, type ReactElement, type ReactNode, type Ref } from "react";
import { FoldedPeople } from "../block/folded.tsx";
import type { ComposerBlock } from "../composer/composer-block.ts";
import type { ComposerHandle } from "../composer/composer.tsx";
import { MessageList as StockMessageList, type MessageListProps } from "../message-list/message-list.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";
import { MuteNotice } from "../sanction/mute-notice.tsx";
import { useMute } from "../sanction/use-mute.ts";
import { useSlots } from "../slots/slots.tsx";
import { TypingIndicator as StockTyping } from "../typing/typing-indicator.tsx";
import { ChannelComposer } from "./channel-composer.tsx";
import type { ChannelViewProps } from "./channel-view.tsx";
import { Notice } from "./notice.tsx";
import type { Conversation } from "./use-conversation.ts";
import { usePeople } from "./use-people.ts";

const SanctionScreen = lazyPart(
  () => import("../sanction/sanction-screen.tsx").then((module) => module.SanctionScreen),
  "first-use",
);
const nobody: ReadonlySet<string> = new Set();

type OfList =
  | "layout"
  | "isDirect"
  | "align"
  | "label"
  | "beginning"
  | "unreadReplies"
  | "selected"
  | "onToggleSelected"
  | "actions";

export interface ChannelTimelineProps
  extends Pick<MessageListProps, OfList>, Pick<ChannelViewProps, "drafts" | "composerExtra" | "emojiDataUrl"> {
  conversation: Conversation;
  myId: string;
  /** Who is typing here. */
  typists: readonly Pick<UserRef, "name">[];
  /** The channel, with the rights and rules that hold here; nobody writes while it is not known. */
  entry: ChannelEntry | undefined;
  block: ComposerBlock | null;
  /** Names the field instead of the channel. */
  composerLabel?: string;
  composer: Ref<ComposerHandle>;
  /** In place of the composer, such as what can be done with selected messages. */
  bar?: ReactNode;
  /** Over the lower edge of the timeline. */
  notices?: ReactNode;
}

/** The timeline of a channel or a thread, who is typing, and the composer, wired to the client. */
export function ChannelTimeline(props: ChannelTimelineProps): ReactElement {
  const { conversation, myId, entry, bar, beginning, emojiDataUrl } = props;
  const { timeline, paging, messages, lastSeq, read, reading, visit, list, aim, setAim } = conversation;
  const { MessageList = StockMessageList, TypingIndicator = StockTyping } = useSlots();
  const people = usePeople();
  const blocked = useBlocks().state.userIds;
  const mute = useMute(entry?.channel.rootId);
  const [isAppealing, setAppealing] = useState(false);
  return (
    <FoldedPeople userIds={props.isDirect ? nobody : blocked}>
      <MessageList
        handle={list}
        messages={messages}
        me={myId}
        people={people}
        cursors={read.cursors}
        isLoading={timeline.isLoading}
        error={timeline.error}
        onRetryLoad={() => void paging.jumpToLatest()}
        hasOlder={timeline.hasOlder}
        hasNewer={timeline.hasNewer}
        isLoadingOlder={timeline.isLoadingOlder}
        isLoadingNewer={timeline.isLoadingNewer}
        onLoadOlder={paging.loadOlder}
        onLoadNewer={paging.loadNewer}
        onAtBottomChange={conversation.setAtBottom}
        unreadFromSeq={visit.unreadFromSeq}
        unreadCount={read.unread}
        onMarkAllRead={() => entry && reading.markRead(entry.head.seq)}
        highlightedSeq={timeline.highlightedSeq}
        onJumpTo={(seq) => void paging.jumpTo(seq)}
        onJumpToLatest={() => void paging.jumpToLatest()}
        layout={props.layout ?? "flat"}
        isDirect={props.isDirect ?? false}
        align={props.align ?? "end"}
        selected={props.selected ?? null}
        {...(props.label === undefined ? {} : { label: props.label })}
        {...(props.actions ? { actions: props.actions } : {})}
        {...(props.unreadReplies ? { unreadReplies: props.unreadReplies } : {})}
        {...(props.onToggleSelected ? { onToggleSelected: props.onToggleSelected } : {})}
        {...(beginning === undefined ? {} : { beginning, empty: beginning })}
        {...(emojiDataUrl === undefined ? {} : { emojiDataUrl })}
      />
      <div className="chat:relative chat:shrink-0 chat:px-3 chat:pb-[max(0.75rem,env(safe-area-inset-bottom)_-_var(--chat-covered,0px))]">
        <Notice text={conversation.notice} onClose={conversation.closeNotice} />
        {props.notices}
        <TypingIndicator users={props.typists} />
        {bar}
        {!bar && mute && props.block === null && <MuteNotice sanction={mute} onAppeal={() => setAppealing(true)} />}
        {mute && isAppealing && (
          <Suspense fallback={null}>
            <SanctionScreen sanction={mute} startsWithAppeal onClose={() => setAppealing(false)} />
          </Suspense>
        )}
        {!bar && entry && (mute === null || props.block !== null) && (
          <ChannelComposer
            entry={entry}
            label={props.composerLabel}
            myId={myId}
            messages={messages}
            readSeq={visit.isHeld || lastSeq === 0 ? undefined : lastSeq}
            aim={aim}
            onAimChange={setAim}
            block={props.block}
            onSent={() => list.current?.jumpToLatest()}
            onProblem={conversation.setNotice}
            drafts={props.drafts}
            renderExtra={props.composerExtra}
            emojiDataUrl={emojiDataUrl}
            handle={props.composer}
          />
        )}
      </div>
    </FoldedPeople>
  );
}
