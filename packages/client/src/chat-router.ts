import type {
  AddMembers,
  ArchiveChannel,
  BlockedUser,
  BlockUser,
  BrowseChannels,
  ChangesPage,
  Channel,
  ChannelEntry,
  ChannelHead,
  ChannelIdInput,
  ChannelLiveEvent,
  ChatDefinition,
  CreateAppeal,
  CreateGroup,
  CreateReport,
  EditMessage,
  EnsureChannel,
  ErrorData,
  FollowThread,
  GetUser,
  InboxLiveEvent,
  ListChannels,
  ListedMember,
  ListMembers,
  ListMessages,
  ListOwnReports,
  ListReactions,
  ListThreads,
  LiveChannel,
  LiveInbox,
  MarkRead,
  MarkUnread,
  Me,
  Member,
  MemberMute,
  Membership,
  Message,
  MessageChanges,
  MessageIdInput,
  MessageReaders,
  MuteMember,
  OpenDirect,
  OwnReport,
  OwnSanction,
  ReactionInput,
  RefreshSession,
  RemoveMember,
  RevokeSession,
  SanctionIdInput,
  SearchUsers,
  SendMessage,
  Session,
  SetMemberRole,
  SetPreferences,
  TransferOwnership,
  UnmuteMember,
  UpdateChannel,
  UpdateMe,
  User,
  UserRef,
} from "@chat/contract";
import type {
  TRPCBuiltRouter,
  TRPCDefaultErrorShape,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from "@trpc/server";

type Query<I, O> = TRPCQueryProcedure<{ input: I; output: O; meta: object }>;
type Mutation<I, O> = TRPCMutationProcedure<{ input: I; output: O; meta: object }>;
type Subscription<I, O> = TRPCSubscriptionProcedure<{ input: I; output: AsyncIterable<O>; meta: object }>;

interface List<T> {
  items: T[];
}
interface Page<T> extends List<T> {
  /** Where the next page begins; null at the end. */
  cursor: string | null;
}
interface ChannelsPage<D extends ChatDefinition> extends Page<ChannelEntry<D>> {
  /** Over all that the list has, not only this page. */
  unreadTotal: number;
  mentionTotal: number;
}
interface MessagesPage<D extends ChatDefinition> extends List<Message<D>> {
  version: number;
  head: ChannelHead;
}

export type ChatProcedures<D extends ChatDefinition = ChatDefinition> = {
  user: {
    me: Query<void, Me<D>>;
    get: Query<GetUser, User<D>>;
    search: Query<SearchUsers, List<User<D>>>;
    updateMe: Mutation<UpdateMe<D>, Me<D>>;
    block: Mutation<BlockUser, BlockedUser>;
    unblock: Mutation<BlockUser, void>;
    blocked: Query<void, List<BlockedUser>>;
  };
  channel: {
    list: Query<ListChannels, ChannelsPage<D>>;
    listThreads: Query<ListThreads, ChannelsPage<D>>;
    get: Query<ChannelIdInput, ChannelEntry<D>>;
    browse: Query<BrowseChannels, List<ChannelEntry<D>>>;
    openDirect: Mutation<OpenDirect, ChannelEntry<D>>;
    createGroup: Mutation<CreateGroup<D>, ChannelEntry<D>>;
    ensure: Mutation<EnsureChannel<D>, ChannelEntry<D>>;
    openThread: Mutation<MessageIdInput, ChannelEntry<D>>;
    followThread: Mutation<FollowThread, ChannelEntry<D>>;
    update: Mutation<UpdateChannel<D>, Channel<D>>;
    join: Mutation<ChannelIdInput, ChannelEntry<D>>;
    leave: Mutation<ChannelIdInput, Member<D>>;
    archive: Mutation<ArchiveChannel, Channel<D>>;
    markRead: Mutation<MarkRead, Membership>;
    markUnread: Mutation<MarkUnread, Membership>;
    setPreferences: Mutation<SetPreferences, Membership>;
    typing: Mutation<ChannelIdInput, void>;
  };
  member: {
    list: Query<ListMembers, Page<ListedMember<D>>>;
    add: Mutation<AddMembers, List<Member<D>>>;
    remove: Mutation<RemoveMember, Member<D>>;
    setRole: Mutation<SetMemberRole, Member<D>>;
    transferOwnership: Mutation<TransferOwnership, List<Member<D>>>;
    mute: Mutation<MuteMember, { userId: string; mute: MemberMute | null }>;
    unmute: Mutation<UnmuteMember, { userId: string; mute: MemberMute | null }>;
  };
  message: {
    send: Mutation<SendMessage<D>, Message<D>>;
    list: Query<ListMessages, MessagesPage<D>>;
    get: Query<MessageIdInput, Message<D>>;
    edit: Mutation<EditMessage, Message<D>>;
    delete: Mutation<MessageIdInput, Message<D>>;
    changes: Query<MessageChanges, ChangesPage<D>>;
    readers: Query<MessageReaders, Page<{ user: UserRef; readSeq: number }>>;
    history: Query<MessageIdInput, List<{ text: string; editorId: string; replacedAt: string }>>;
  };
  reaction: {
    add: Mutation<ReactionInput, Message<D>>;
    remove: Mutation<ReactionInput, Message<D>>;
    list: Query<ListReactions, Page<{ user: UserRef; createdAt: string }>>;
  };
  live: {
    channel: Subscription<LiveChannel, { id: string; data: ChannelLiveEvent<D> }>;
    inbox: Subscription<LiveInbox, InboxLiveEvent<D>>;
  };
  session: {
    list: Query<void, List<Session>>;
    refresh: Mutation<RefreshSession, { expiresAt: string }>;
    ticket: Mutation<void, { ticket: string; expiresAt: string }>;
    revoke: Mutation<RevokeSession, { sessionIds: string[] }>;
    revokeOthers: Mutation<void, { sessionIds: string[] }>;
  };
  report: {
    create: Mutation<CreateReport, OwnReport>;
    mine: Query<ListOwnReports, Page<OwnReport>>;
  };
  sanction: {
    mine: Query<void, List<OwnSanction>>;
    seen: Mutation<SanctionIdInput, OwnSanction>;
  };
  appeal: {
    create: Mutation<CreateAppeal, OwnSanction>;
  };
};

interface ErrorShape extends TRPCDefaultErrorShape {
  data: ErrorData & Omit<TRPCDefaultErrorShape["data"], "path" | "stack"> & { path: string | undefined };
}

/**
 * The server's API for a product, in the contract's words alone, so that a host that installs the client needs no server to type it. A test
 * holds it to what the server really has.
 */
export type ChatRouter<D extends ChatDefinition = ChatDefinition> = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: ErrorShape; transformer: false },
  ChatProcedures<D>
>;
