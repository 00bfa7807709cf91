"use client";

import { useMemo, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { useMessageActions } from "../channel-view/use-message-actions.ts";
import { Message as StockMessage, type MessageProps } from "../message/message.tsx";
import { useSlots } from "../slots/slots.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import type { ThreadViewProps } from "./thread-view.tsx";

const texts = { thread: threadStrings };

export interface ThreadParentProps extends Pick<ThreadViewProps, "emojiDataUrl" | "linkTo" | "onOpenPerson"> {
  parent: TimelineMessage;
  myId: string;
  layout: "flat" | "bubbles";
  isDirect: boolean;
  canWrite: boolean;
  people: NonNullable<MessageProps["people"]>;
  onProblem: (text: string) => void;
}

const nothing = () => undefined;

/** The message that a thread hangs off, above its replies, and how many those are. It is answered and changed where it stands, not here. */
export function ThreadParent(props: ThreadParentProps): ReactElement {
  const { parent, myId, emojiDataUrl } = props;
  const { Message = StockMessage } = useSlots();
  const t = useTexts(texts);
  const inRoot = useMessageActions(parent.channelId, {
    canWrite: props.canWrite,
    canModerate: false,
    me: myId,
    onReply: nothing,
    onEdit: nothing,
    onOpenPerson: props.onOpenPerson,
    linkTo: props.linkTo,
    onProblem: props.onProblem,
  });
  const actions = useMemo(() => {
    const { onReply: _, onEdit: __, onDelete: ___, ...rest } = inRoot;
    return rest;
  }, [inRoot]);
  const count = parent.thread?.replyCount ?? 0;
  return (
    <div data-slot="thread-parent" className="chat:w-full chat:self-start chat:pt-2">
      <Message
        message={parent}
        me={myId}
        people={props.people}
        layout={props.layout}
        isDirect={props.isDirect}
        actions={actions}
        {...(emojiDataUrl ? { emojiDataUrl } : {})}
      />
      <div className="chat:flex chat:items-center chat:gap-3 chat:px-(--chat-gutter) chat:pt-2 chat:text-xs chat:text-muted">
        <span className="chat:shrink-0">{count === 0 ? t.thread.emptyTitle : t.thread.replies(count)}</span>
        <span aria-hidden className="chat:h-px chat:flex-1 chat:bg-border" />
      </div>
      {count === 0 && <p className="chat:px-(--chat-gutter) chat:pt-1 chat:text-xs chat:text-muted">{t.thread.emptyText}</p>}
    </div>
  );
}
