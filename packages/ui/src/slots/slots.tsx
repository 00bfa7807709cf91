"use client";

import type { ChatDefinition } from "@chat/contract";
import { createContext, useContext, useMemo, type ComponentType, type ReactElement, type ReactNode } from "react";
import type { ChannelHeaderProps } from "../channel-header/channel-header.tsx";
import type { ComposerProps } from "../composer/composer.tsx";
import type { MessageListProps } from "../message-list/message-list-props.ts";
import type { MessageProps } from "../message/message.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";

/**
 * What a host puts in place of the kit's own parts. Each gets the props of the part whose place it takes, and may render that part itself:
 * the part does not look for its slot again.
 */
export interface Slots<D extends ChatDefinition = ChatDefinition> {
  /** Under the text: the product's own fields. */
  MessageExtra?: ComponentType<{ message: TimelineMessage<D> }> | undefined;
  /** The timeline of a channel or a thread. */
  MessageList?: ComponentType<MessageListProps<D>> | undefined;
  /** A row of the timeline. */
  Message?: ComponentType<MessageProps<D>> | undefined;
  SystemLine?: ComponentType<{ message: TimelineMessage<D>; nameOf?: (userId: string) => string | undefined }> | undefined;
  DayDivider?: ComponentType<{ day: string }> | undefined;
  UnreadDivider?: ComponentType | undefined;
  LatestButton?: ComponentType<{ count: number; onClick: () => void }> | undefined;
  /** Where a conversation has no messages. */
  EmptyMessages?: ComponentType | undefined;
  /** Above the first message of a conversation. */
  Beginning?: ComponentType | undefined;
  ChannelHeader?: ComponentType<ChannelHeaderProps<D>> | undefined;
  Composer?: ComponentType<ComposerProps<D>> | undefined;
  TypingIndicator?: ComponentType<{ users: readonly { name: string }[] }> | undefined;
}

const SlotContext = createContext<Slots>({});

export interface SlotsProviderProps<D extends ChatDefinition = ChatDefinition> {
  /** Keep the object's identity stable. */
  components: Slots<D> | undefined;
  children: ReactNode;
}

/** Gives slots to all parts inside it. Inside another one the two merge, and the inner one wins. */
export function SlotsProvider<D extends ChatDefinition = ChatDefinition>(props: SlotsProviderProps<D>): ReactElement {
  const { components, children } = props;
  const outer = useContext(SlotContext);
  // Inside, the product's own fields do not matter; only the slots themselves see them.
  const slots = useMemo(() => (components ? { ...outer, ...(components as unknown as Slots) } : outer), [outer, components]);
  return <SlotContext.Provider value={slots}>{children}</SlotContext.Provider>;
}

export function useSlots(): Slots {
  return useContext(SlotContext);
}
