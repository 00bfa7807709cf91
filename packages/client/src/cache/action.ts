import type {
  BlockedUser,
  Channel,
  ChannelEntry,
  ChannelHead,
  ChannelLiveEvent,
  ErrorData,
  InboxLiveEvent,
  ListedMember,
  Me,
  Member,
  MemberMute,
  Membership,
  Message,
  OwnSanction,
  Presence,
  SiteLimits,
  UserRef,
} from "@chat/contract";
import type { PlaceChange } from "../channels/channels-state.ts";
import type { ConnectionStatus, TransportKind } from "../connection/connection-state.ts";
import type { PendingMessage, Place, Transform } from "../messages/timeline.ts";

/** A page of `message.list`. */
export interface MessagePage {
  items: Message[];
  version: number;
  head: ChannelHead;
}

/** A page of `channel.list`. */
export interface ChannelPage {
  items: ChannelEntry[];
  cursor: string | null;
  unreadTotal: number;
  mentionTotal: number;
}

/** Where an event came from: the stream of its channel, in version order and without gaps, or the inbox, which skips. */
export type Source = "channel" | "inbox";

/** Everything that may change the cache. */
export type Action =
  | { type: "event"; from: Source; event: ChannelLiveEvent | InboxLiveEvent; now: number }
  /** `read` names the request, so that only the latest jump fills the window. */
  | { type: "page.started"; channelId: string; read: number; place: Place }
  | { type: "page.arrived"; channelId: string; read: number; place: Place; page: MessagePage; limit: number }
  | { type: "page.failed"; channelId: string; read: number; place: Place; error: ErrorData }
  | { type: "channels.started" }
  /** `replace`: these pages are the list from its top, so what is not in them has left it. */
  | { type: "channels.arrived"; page: ChannelPage; replace: boolean }
  | { type: "channels.failed"; error: ErrorData }
  /** The same, of threads. */
  | { type: "threads.started" }
  | { type: "threads.arrived"; page: ChannelPage; replace: boolean }
  | { type: "threads.failed"; error: ErrorData }
  | { type: "entry.started" }
  | { type: "entry.arrived"; entry: ChannelEntry; reading: boolean }
  | { type: "entry.failed"; channelId: string; error: ErrorData }
  | { type: "members.started"; channelId: string; query: string }
  | { type: "members.arrived"; channelId: string; query: string; items: ListedMember[]; cursor: string | null; append: boolean }
  | { type: "members.failed"; channelId: string; query: string; error: ErrorData }
  | { type: "me.arrived"; me: Me }
  | { type: "blocks.arrived"; items: BlockedUser[] }
  /** A block that began, or (null) ended. */
  | { type: "block.reply"; userId: string; blocked: BlockedUser | null }
  | { type: "sanctions.arrived"; items: OwnSanction[] }
  | { type: "sanction.reply"; sanction: OwnSanction }
  | { type: "people.arrived"; people: (UserRef & Partial<Presence>)[] }
  /** Replies of mutations. */
  | { type: "message.reply"; channelId: string; message: Message }
  | { type: "channel.reply"; channelId: string; channel: Channel }
  | { type: "members.reply"; channelId: string; members: Member[] }
  /** The group muted a member, or (null) lets them write again. */
  | { type: "mute.reply"; channelId: string; userId: string; mute: MemberMute | null }
  | { type: "state.reply"; channelId: string; me: Membership }
  | { type: "pending.added"; channelId: string; pending: PendingMessage }
  /** It waits for a limit, and goes by itself. */
  | { type: "pending.delayed"; channelId: string; clientId: string; error: ErrorData }
  | { type: "pending.failed"; channelId: string; clientId: string; error: ErrorData | null }
  | { type: "pending.retried"; channelId: string; clientId: string; epoch: string | null }
  | { type: "pending.discarded"; channelId: string; clientId: string }
  | { type: "transform.added"; channelId: string; transform: Transform }
  | { type: "transform.settled"; channelId: string; id: number }
  | { type: "read.marked"; channelId: string; seq: number }
  | { type: "read.failed"; channelId: string }
  | { type: "place.changed"; channelId: string; change: PlaceChange }
  | { type: "place.settled"; channelId: string; id: number }
  | { type: "timeline.highlighted"; channelId: string; seq: number | null }
  /** Everything up to this version has been read. */
  | { type: "live.polled"; channelId: string; version: number }
  /** A subscription was started anew or broke: its stream runs again from what is held. */
  | { type: "live.behind"; channelId: string }
  /** The caller has no access any more, by the server's word or by an own `leave`. */
  | { type: "channel.gone"; channelId: string }
  | { type: "typing.expired"; now: number }
  | { type: "connection.changed"; status: ConnectionStatus; now: number; reason?: ErrorData["reason"] }
  | { type: "transport.changed"; transport: TransportKind }
  /** The first word of a stream: which history the server has, and what it can do. */
  | {
      type: "server.met";
      epoch: string;
      protocol: number;
      capabilities: readonly string[];
      limits?: SiteLimits | undefined;
    }
  /** The server does not know a procedure that this client calls. */
  | { type: "server.differs" }
  /** What is held may be of another history, or is another person's. Unsent messages stay in the first case. */
  | { type: "room.dropped"; channelId: string; pending: "kept" | "dropped" }
  | { type: "list.dropped" }
  /** Nobody looks at the channel any more: so many of its last rows stay. */
  | { type: "room.trimmed"; channelId: string; rows: number };

/** The channel whose room an action reads and changes. */
export function channelOf(action: Action): string | undefined {
  if (action.type === "event") return "channelId" in action.event ? action.event.channelId : undefined;
  if (action.type === "entry.arrived") return action.entry.channel.id;
  return "channelId" in action ? action.channelId : undefined;
}
