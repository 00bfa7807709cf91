/** Rows of the demo in the tables' own columns; what is left out has its default. */
export interface UserRow {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly role: "user" | "moderator" | "admin";
  readonly lastSeenAt: Date;
  readonly createdAt: Date;
}

export interface ChannelRow {
  readonly id: string;
  readonly type: "direct" | "group" | "thread";
  readonly name: string | null;
  readonly description: string | null;
  readonly visibility: "public" | "private";
  readonly rootId: string;
  readonly parentMessageId: string | null;
  readonly directLow: string | null;
  readonly directHigh: string | null;
  readonly version: number;
  readonly createdById: string;
  readonly createdAt: Date;
}

export interface HeadRow {
  readonly channelId: string;
  readonly seq: number;
  version: number;
  readonly messageCount: number;
  readonly broadcastCount: number;
  readonly memberCount: number;
  readonly lastActivityAt: Date;
}

export interface MemberRow {
  readonly channelId: string;
  readonly userId: string;
  readonly role: "owner" | "moderator" | "member";
  version: number;
  readSeq: number;
  deliveredSeq: number;
  cursorCount: number;
  cursorBroadcast: number;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

export interface MessageRow {
  readonly id: string;
  readonly channelId: string;
  readonly seq: number;
  version: number;
  readonly authorId: string;
  readonly clientId: string;
  readonly kind: "text" | "system";
  text: string;
  readonly data: object | null;
  readonly replyToId: string | null;
  mentionIds: string[];
  mentionsAll: boolean;
  reactions: { emoji: string; count: number; first: string[] }[];
  /** What it shows of its thread. */
  thread: object | null;
  messageCount: number;
  broadcastCount: number;
  custom: object;
  readonly createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  deletedById: string | null;
}

export interface RevisionRow {
  readonly id: string;
  readonly messageId: string;
  readonly text: string;
  readonly editorId: string;
  readonly createdAt: Date;
}

export interface ReactionRow {
  readonly messageId: string;
  readonly userId: string;
  readonly emoji: string;
  readonly createdAt: Date;
}

/** One channel with everything in it. */
export interface ChannelPlan {
  readonly channel: ChannelRow;
  readonly head: HeadRow;
  readonly members: MemberRow[];
  readonly messages: MessageRow[];
  readonly revisions: RevisionRow[];
  readonly reactions: ReactionRow[];
}
