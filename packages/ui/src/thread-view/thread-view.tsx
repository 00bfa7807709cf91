"use client";

import { useThread } from "@chat/client/react";
import type { ChatDefinition } from "@chat/contract";
import type { ReactElement, ReactNode, RefObject } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import type { ComposerExtra, ComposerHandle } from "../composer/composer.tsx";
import type { DraftStore } from "../composer/draft-store.ts";
import { ListSkeleton } from "../message-list/list-placeholder.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { MessageKinds, type MessageKind } from "../message/message-kind.tsx";
import { SlotsProvider, type Slots } from "../slots/slots.tsx";
import { Button } from "../primitives/button.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { AlertIcon } from "../primitives/icons.tsx";
import { OpenThread } from "./open-thread.tsx";
import { ThreadFrame } from "./thread-frame.tsx";

const texts = { common: commonStrings, thread: threadStrings };

/** Where a message of a thread stands: its root, and the message that the thread hangs off. */
export interface ThreadPlace {
  channelId: string;
  messageId: string;
}

export interface ThreadViewProps<D extends ChatDefinition = ChatDefinition> {
  /** The message that the thread hangs off. Give it as `key` too: a visit's state is of one thread. */
  messageId: string;
  drafts: DraftStore;
  onClose: () => void;
  /** Shows the message in its conversation. */
  onShowParent?: ((message: TimelineMessage<D>) => void) | undefined;
  onOpenPerson?: ((userId: string) => void) | undefined;
  components?: Slots<D> | undefined;
  /** The product's own kinds of messages; see MessageKinds. */
  kinds?: readonly MessageKind<D>[] | undefined;
  /** A slot in the composer for the product's own fields of a message. */
  composerExtra?: ((extra: ComposerExtra<D>) => ReactNode) | undefined;
  linkTo?: ((message: TimelineMessage<D>, thread?: ThreadPlace) => string) | undefined;
  /** As the conversation's when absent: bubbles for two people and a list for groups. */
  layout?: "flat" | "bubbles" | undefined;
  emojiDataUrl?: string | undefined;
  composer?: RefObject<ComposerHandle | null> | undefined;
  className?: string | undefined;
}

const noKinds: readonly MessageKind[] = [];

/** The thread of a message, wired to the client: the message, its replies, and a composer of its own. It is made when it is first opened. */
export function ThreadView<D extends ChatDefinition = ChatDefinition>(props: ThreadViewProps<D>): ReactElement {
  const t = useTexts(texts);
  const { state, actions } = useThread(props.messageId);
  const { entry, parent, error } = state;
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const plain = props as unknown as ThreadViewProps;
  if (entry !== undefined && parent !== undefined)
    return (
      <SlotsProvider components={plain.components}>
        <MessageKinds kinds={plain.kinds ?? noKinds}>
          <OpenThread {...plain} entry={entry} parent={parent} onFollow={actions.setFollowing} />
        </MessageKinds>
      </SlotsProvider>
    );
  const isGone = error?.reason === "NOT_FOUND" || error?.reason === "MESSAGE_DELETED" || error?.reason === "BANNED";
  return (
    <ThreadFrame onClose={props.onClose} className={props.className}>
      {error === null ? (
        <ListSkeleton />
      ) : (
        <div role="alert" className="chat:flex chat:flex-1 chat:items-center chat:justify-center">
          <EmptyState
            icon={<AlertIcon size={20} />}
            title={isGone ? t.thread.gone : t.thread.failed}
            action={isGone ? undefined : <Button onClick={actions.retry}>{t.common.retry}</Button>}
          />
        </div>
      )}
    </ThreadFrame>
  );
}
