import type { ChatDefinition, ErrorReason, Message, UserRef } from "@chat/contract";

/** A message as the client's timeline holds it. `local` is set while it is not acknowledged. */
export interface TimelineMessage<D extends ChatDefinition = ChatDefinition> extends Message<D> {
  local?:
    | {
        state: "sending" | "failed";
        reason?: ErrorReason | undefined;
        retryAfterMs?: number | undefined;
        /** What a rule of the site tells the person; stands instead of the reason's own words. */
        told?: string | undefined;
      }
    | undefined;
}

/** What can be done with a message. What is not given is not offered. Keep the object's identity stable: rows are memoised. */
export interface MessageActions<D extends ChatDefinition = ChatDefinition> {
  onReply?: (message: TimelineMessage<D>) => void;
  onEdit?: (message: TimelineMessage<D>) => void;
  /** Opens the thread of a message: offered where it has one, or where the reader may write. */
  onOpenThread?: (message: TimelineMessage<D>) => void;
  /** Begins to select several messages with this one. */
  onSelect?: (message: TimelineMessage<D>) => void;
  /** Asked for confirmation before. */
  onDelete?: (message: TimelineMessage<D>) => void | Promise<unknown>;
  onReact?: (message: TimelineMessage<D>, emoji: string) => void;
  onUnreact?: (message: TimelineMessage<D>, emoji: string) => void;
  /** Tells the site's moderators of it. Not offered for one's own. */
  onReport?: (message: TimelineMessage<D>) => void;
  /** Asks why, and hides it until it was looked at; for moderators of the site. Not offered for one's own. */
  onHide?: (message: TimelineMessage<D>) => void;
  /** Asks why, and deletes it for the site, not for the group. Not offered for one's own. */
  onRemove?: (message: TimelineMessage<D>) => void;
  /** Shows it where moderators of the site work. */
  onOpenInConsole?: (message: TimelineMessage<D>) => void;
  onRetry?: (message: TimelineMessage<D>) => void;
  onDiscard?: (message: TimelineMessage<D>) => void;
  onMarkUnread?: (message: TimelineMessage<D>) => void;
  /** The address to copy; without it there is no "Copy link". */
  linkTo?: (message: TimelineMessage<D>) => string;
  /** A text or an address could not be copied: the browser did not let the page. */
  onCopyRefused?: () => void;
  onOpenPerson?: (userId: string) => void;
  /** Own text messages when absent. */
  canEdit?: (message: TimelineMessage<D>) => boolean;
  /** Own messages when absent. */
  canDelete?: (message: TimelineMessage<D>) => boolean;
  /** Those who reacted with an emoji, asked for when their names are first shown. */
  loadReactors?: (message: TimelineMessage<D>, emoji: string) => Promise<PeoplePage>;
  /** Those who have read a message, asked for when the list is opened. */
  loadReaders?: (message: TimelineMessage<D>) => Promise<PeoplePage>;
}

/** Some of many people, and how to get those after them; without `more` they are all. */
export interface PeoplePage {
  people: readonly UserRef[];
  more?: (() => Promise<PeoplePage>) | undefined;
}

export type Receipt = "sending" | "failed" | "sent" | "delivered" | "read";

/** The same message over its whole life, from pending to deleted: what keys a row. */
export function messageKey(message: { author: { id: string }; clientId: string }): string {
  return `${message.author.id}:${message.clientId}`;
}

/** What the reader reacted with themselves. */
export function myEmoji(message: TimelineMessage, me: string): readonly string[] {
  return (
    message.myReactions ?? message.reactions.filter((reaction) => reaction.first.includes(me)).map((reaction) => reaction.emoji)
  );
}
