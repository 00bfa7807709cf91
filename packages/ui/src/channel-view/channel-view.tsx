"use client";

import type { ChatDefinition } from "@chat/contract";
import type { ReactElement, ReactNode, RefObject } from "react";
import type { ComposerExtra, ComposerHandle } from "../composer/composer.tsx";
import type { DraftStore } from "../composer/draft-store.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { MessageKinds, type MessageKind } from "../message/message-kind.tsx";
import { BanGate } from "../sanction/ban-gate.tsx";
import { SlotsProvider, type Slots } from "../slots/slots.tsx";
import type { ThreadPlace } from "../thread-view/thread-view.tsx";
import { ChannelMissing } from "./channel-missing.tsx";
import { JoinChannel } from "./join-channel.tsx";
import { OpenChannel } from "./open-channel.tsx";
import { useChannelNow } from "./use-channel-now.ts";

export interface ChannelViewProps<D extends ChatDefinition = ChatDefinition> {
  /** Give it as `key` too: a visit's state is of one channel. */
  channelId: string;
  drafts: DraftStore;
  /** Shows the way back; a Messenger hides it where it has its list beside. */
  onBack?: (() => void) | undefined;
  /** The reader left the group, or it is not there. */
  onGone?: (() => void) | undefined;
  /** Opens a direct message with someone. */
  onMessage?: ((userId: string) => void) | undefined;
  onOpenPerson?: ((userId: string) => void) | undefined;
  isDetailsOpen?: boolean;
  /** Opens and closes the details; without it there is no button for them. */
  onDetailsChange?: ((open: boolean) => void) | undefined;
  /** The message whose thread is open beside the conversation, or over it where there is one pane. */
  threadOf?: string | null | undefined;
  /** Opens and closes threads; without it there are none. */
  onThreadChange?: ((messageId: string | null) => void) | undefined;
  components?: Slots<D> | undefined;
  /** The product's own kinds of messages; see MessageKinds. */
  kinds?: readonly MessageKind<D>[] | undefined;
  /** A slot in the composer for the product's own fields of a message. */
  composerExtra?: ((extra: ComposerExtra<D>) => ReactNode) | undefined;
  linkTo?: ((message: TimelineMessage<D>, thread?: ThreadPlace) => string) | undefined;
  /** Where the site's moderators look at a message; without it there is no "Open in console". */
  consoleLinkTo?: ((message: TimelineMessage<D>) => string) | undefined;
  /** Bubbles for two people and a list for groups when absent. */
  layout?: "flat" | "bubbles" | undefined;
  emojiDataUrl?: string | undefined;
  composer?: RefObject<ComposerHandle | null> | undefined;
  className?: string;
}

const noKinds: readonly MessageKind[] = [];

/**
 * One channel, wired to the client: the conversation for a member, the way in for others, a word where it is not there, and for who is banned from the
 * whole site the notice of it.
 */
export function ChannelView<D extends ChatDefinition = ChatDefinition>(props: ChannelViewProps<D>): ReactElement {
  return (
    <BanGate>
      <ChannelNow {...props} />
    </BanGate>
  );
}

function ChannelNow<D extends ChatDefinition>(props: ChannelViewProps<D>): ReactElement {
  const { entry, error } = useChannelNow(props.channelId).state;
  const isOutside = entry?.me === null;
  if (isOutside && entry.channel.visibility === "public") return <JoinChannel entry={entry} onBack={props.onBack} />;
  if (isOutside || (entry === undefined && error !== null)) return <ChannelMissing onBack={props.onGone ?? props.onBack} />;
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const plain = props as unknown as ChannelViewProps;
  return (
    <SlotsProvider components={plain.components}>
      <MessageKinds kinds={plain.kinds ?? noKinds}>
        <OpenChannel {...plain} />
      </MessageKinds>
    </SlotsProvider>
  );
}
