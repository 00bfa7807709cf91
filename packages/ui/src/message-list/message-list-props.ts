import type { ChatDefinition, Cursor, UserRef } from "@chat/contract";
import type { ReactElement, ReactNode, Ref } from "react";
import type { MessageActions, TimelineMessage } from "../message/timeline-message.ts";
import type { MessageKind } from "../message/message-kind.tsx";
import type { Slots } from "../slots/slots.tsx";

export interface MessageListHandle {
  /** Shows the end, loading it first where it is not held. */
  jumpToLatest: () => void;
  /** Shows a message that is held, or asks for it by `onJumpTo`. */
  jumpTo: (seq: number) => void;
  /** Puts the keyboard on the last message. */
  focus: () => void;
}

export interface MessageListProps<D extends ChatDefinition = ChatDefinition> {
  /** Ascending by seq, those not yet acknowledged last; a new array when something changed, unchanged messages the same objects. */
  messages: readonly TimelineMessage<D>[];
  /** The reader's own user id. */
  me: string;
  /** People by id, with their current name and picture. Keep its identity stable while nobody changed: rows are memoised. */
  people?: (userId: string) => UserRef | undefined;
  /** How far members have read; draws ticks and faces at own messages. */
  cursors?: readonly Cursor[];
  layout?: "flat" | "bubbles";
  /** Where messages stand that do not fill the box: at its end, or under what begins it. */
  align?: "start" | "end";
  /** A direct message: bubbles then show neither name nor picture. */
  isDirect?: boolean;

  isLoading?: boolean;
  /** Anything truthy shows that loading failed, where no message is held. */
  error?: unknown;
  onRetryLoad?: () => void;

  hasOlder?: boolean;
  hasNewer?: boolean;
  isLoadingOlder?: boolean;
  isLoadingNewer?: boolean;
  onLoadOlder?: () => unknown;
  onLoadNewer?: () => unknown;

  /** The end is on screen in a visible tab, everything newer is loaded, and `seq` is the last one there. Called once a seq. */
  onReachBottom?: (seq: number) => void;
  onAtBottomChange?: (isAtBottom: boolean) => void;

  /** First unread seq as the visit began; fixed for the visit. Null for no line. */
  unreadFromSeq?: number | null;
  /** For the banner that is shown while the first unread message is out of sight; 0 for no banner. */
  unreadCount?: number;
  onMarkAllRead?: () => void;

  /** The message to show and point out, once it is held. */
  highlightedSeq?: number | null;
  /** Asks for a message that is not held: load around it, then set `highlightedSeq`. */
  onJumpTo?: (seq: number) => void;
  /** Asks for the end of the channel, where it is not held. */
  onJumpToLatest?: () => void;

  /** Unread replies in threads that the reader follows, by the id of the message that each hangs off. */
  unreadReplies?: ReadonlyMap<string, number>;

  /** Ids of the messages that are selected; null while nobody selects. See `useSelection` and `SelectionBar`. */
  selected?: ReadonlySet<string> | null;
  /** A message was chosen, or let go; `isRange` while Shift is held. Keep its identity stable. */
  onToggleSelected?: (message: TimelineMessage<D>, isRange: boolean) => void;

  actions?: MessageActions<D>;
  components?: Slots<D> | undefined;
  /** The product's own kinds of messages; see MessageKinds. */
  kinds?: readonly MessageKind<D>[] | undefined;
  /** Puts something around or instead of a row's message. */
  renderMessage?: (message: TimelineMessage<D>, usual: ReactElement) => ReactNode;
  /** Above the first message of the channel. */
  beginning?: ReactNode;
  /** Where there are no messages. */
  empty?: ReactNode;
  emojiDataUrl?: string;
  /** The list's name, such as "Messages in general". */
  label?: string;
  className?: string;
  /** Not `ref`, which React 18 does not pass to functions. */
  handle?: Ref<MessageListHandle>;
}
