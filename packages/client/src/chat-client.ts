import type {
  AddMembers,
  BlockedUser,
  Channel,
  ChannelEntry,
  ChatDefinition,
  CreateAppeal,
  CreateGroup,
  CreateReport,
  EnsureChannel,
  Me,
  Member,
  MemberMute,
  MemberRole,
  Membership,
  Message,
  MuteMember,
  OpenDirect,
  OwnReport,
  OwnSanction,
  SetPreferences,
  UpdateChannel,
  UpdateMe,
} from "@chat/contract";
import type { ChatCalls } from "./chat-calls.ts";
import type { QueryClient } from "@tanstack/query-core";
import type { ChannelPage, MessagePage } from "./cache/action.ts";
import type { ChatStore } from "./cache/store.ts";
import type { TransportMode } from "./connection/connection-state.ts";
import type { OutboxStorage } from "./outbox/outbox-storage.ts";
import type { FollowOptions } from "./messages/follow-options.ts";
import type { Draft } from "./messages/draft.ts";

/** What the server's first paint already holds; the client begins with it on screen. */
export interface InitialData<D extends ChatDefinition = ChatDefinition> {
  me: Me<D>;
  /** The first page of `channel.list`. */
  channels?: Omit<ChannelPage, "items"> & { items: ChannelEntry<D>[] };
  /** The first page of `channel.listThreads`. */
  threads?: Omit<ChannelPage, "items"> & { items: ChannelEntry<D>[] };
  /** The page of `message.list` of the channel that is shown. */
  timeline?: { channelId: string; page: Omit<MessagePage, "items"> & { items: Message<D>[] } };
  /** The items of `user.blocked`, so that no words of theirs are painted. */
  blocked?: BlockedUser[];
}

export interface ChatClientOptions<D extends ChatDefinition = ChatDefinition> {
  /** Origin of the server, such as https://chat.example.com; "" for the page's own. */
  url: string;
  /** A token signed by the host product's backend; asked for at every connect, so it may be short-lived. Without it the cookie counts. */
  getToken?: () => string | null | undefined | Promise<string | null | undefined>;
  /** Where to keep the cache, under the prefix "chat"; one of its own by default. */
  queryClient?: QueryClient;
  /** For Node before 22. */
  WebSocket?: typeof WebSocket;
  /** For Node, which has none: without it there is no way around a network that lets no WebSocket through. */
  EventSource?: typeof EventSource;
  /** What requests are made with; the global one by default. */
  fetch?: typeof fetch;
  /**
   * `auto` (default): a WebSocket; where it cannot be opened though the server answers, server-sent events and requests until it can. The others
   * keep to one of them.
   */
  transport?: TransportMode;
  /**
   * Where unsent messages are kept over a reload. By default IndexedDB in a browser, shared by its tabs, of which one sends; in memory elsewhere
   * and where the browser lacks IndexedDB, Web Locks or BroadcastChannel.
   */
  outbox?: OutboxStorage;
  initial?: InitialData<D>;
}

/**
 * The chat of one signed-in person. Verbs resolve with what they changed and reject with an error that `chatErrorOf` reads; what they change
 * is in the cache when they do. Reads that fill the cache never reject.
 */
export interface ChatClient<D extends ChatDefinition = ChatDefinition> {
  /** Every procedure of the server, typed; what it answers does not enter the cache. */
  readonly trpc: ChatCalls<D>;
  readonly queryClient: QueryClient;
  /** The cache's chat part, for hooks of one's own. */
  readonly store: ChatStore;
  readonly started: boolean;
  /** Connects, follows the inbox and the open channels, and stays connected. */
  start(): void;
  /** Disconnects. What is held stays, and `start` goes on from it. */
  close(): void;
  /** Connects at once instead of at the next try. */
  reconnect(): void;
  readonly users: {
    /** Reads a person, and whether they are online, into the cache. */
    load(userId: string): Promise<void>;
    updateMe(input: UpdateMe<D>): Promise<Me<D>>;
    /** No direct message passes between the two from now on. They are not told. */
    block(userId: string): Promise<BlockedUser>;
    unblock(userId: string): Promise<void>;
  };
  readonly sanctions: {
    /** Takes note of a warning, or of the answer to an appeal. */
    see(sanctionId: string): Promise<void>;
    /** Once for each sanction. */
    appeal(input: CreateAppeal): Promise<OwnSanction>;
  };
  readonly reports: {
    /** A message or a person, to the moderators of the site; who is reported is not told by whom. */
    create(input: CreateReport): Promise<OwnReport>;
  };
  readonly channels: {
    /** Reads the list again, from its top. */
    load(): Promise<void>;
    loadMore(): Promise<void>;
    /** Reads one channel into the cache. */
    loadOne(channelId: string): Promise<void>;
    openDirect(userId: OpenDirect["userId"]): Promise<ChannelEntry<D>>;
    /** The thread of a message, found or made. */
    openThread(messageId: string): Promise<ChannelEntry<D>>;
    followThread(channelId: string, following: boolean): Promise<ChannelEntry<D>>;
    /** Reads the threads that the caller follows again, from the top. */
    loadThreads(): Promise<void>;
    loadMoreThreads(): Promise<void>;
    createGroup(input: CreateGroup<D>): Promise<ChannelEntry<D>>;
    ensure(input: EnsureChannel<D>): Promise<ChannelEntry<D>>;
    /** Public groups by name. */
    browse(query: string): Promise<ChannelEntry<D>[]>;
    update(input: UpdateChannel<D>): Promise<Channel<D>>;
    join(channelId: string): Promise<ChannelEntry<D>>;
    leave(channelId: string): Promise<void>;
    archive(channelId: string, archived: boolean): Promise<Channel<D>>;
    setPreferences(input: SetPreferences): Promise<Membership>;
    markRead(channelId: string, seq: number): void;
    markUnread(channelId: string, seq: number): Promise<Membership>;
    /** Tells the others that the caller types; call it on every key. */
    typing(channelId: string): void;
  };
  readonly members: {
    load(channelId: string, query?: string): Promise<void>;
    loadMore(channelId: string, query?: string): Promise<void>;
    add(channelId: string, userIds: AddMembers["userIds"]): Promise<Member<D>[]>;
    remove(channelId: string, userId: string): Promise<Member<D>>;
    setRole(channelId: string, userId: string, role: MemberRole): Promise<Member<D>>;
    transferOwnership(channelId: string, userId: string): Promise<Member<D>[]>;
    /** Keeps a member from writing in the group for `durationMinutes`, or with null for good; answers the mute that is in force. */
    mute(channelId: string, userId: string, mute: Pick<MuteMember, "reason" | "durationMinutes">): Promise<MemberMute | null>;
    unmute(channelId: string, userId: string): Promise<void>;
  };
  readonly messages: {
    /** Follows a channel live until the returned function is called. */
    open(channelId: string): () => void;
    loadOlder(channelId: string): Promise<void>;
    loadNewer(channelId: string): Promise<void>;
    jumpTo(channelId: string, seq: number): Promise<void>;
    jumpToLatest(channelId: string): Promise<void>;
    /** Resolves once stored; the message is on screen at once. Rejects when it was refused, never for a lost connection. */
    send(channelId: string, draft: Draft<D>): Promise<Message<D>>;
    /** The same, for who needs the clientId at once and sees the outcome on screen. */
    post(channelId: string, draft: Draft<D>): string;
    /** Follows a channel for a bot, exactly, over lost connections and ends of the process. */
    follow(channelId: string, options: FollowOptions<D>): Promise<void>;
    retry(channelId: string, clientId: string): void;
    discard(channelId: string, clientId: string): void;
    edit(channelId: string, messageId: string, text: string): Promise<Message<D>>;
    delete(channelId: string, messageId: string): Promise<Message<D>>;
  };
  /** What is not sent, in all channels. */
  readonly outbox: {
    /** Waits until all is sent, at most so many milliseconds (5,000), and answers how many messages are not. For sign-out. */
    settle(withinMs?: number): Promise<number>;
    /** Gives up all that is not sent, in all tabs of this person: once they confirmed it. */
    discardAll(): void;
  };
  readonly reactions: {
    add(channelId: string, messageId: string, emoji: string): Promise<Message<D>>;
    remove(channelId: string, messageId: string, emoji: string): Promise<Message<D>>;
  };
}
