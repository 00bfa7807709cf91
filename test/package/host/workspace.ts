import { createChatClient, type InitialData } from "@chat/client";
import type { ChannelEntry, ListedMember, Message } from "@chat/contract";
import type { Shop } from "./chat.config.ts";

const createdAt = "2026-11-24T10:00:00.000Z";
const person = (id: string, name: string) => ({ id, name, image: null, version: 1 });
export const ann = person("0199b2c4-0000-7000-8000-00000000000a", "Ann");
export const ben = person("0199b2c4-0000-7000-8000-0000000000b1", "Ben");
export const channelId = "0199b2c4-0000-7000-8000-0000000000c1";

export const message: Message<Shop> = {
  id: "0199b2c4-0000-7000-8000-0000000000e1",
  channelId,
  seq: 1,
  version: 1,
  clientId: "k1",
  kind: "text",
  author: ann,
  text: "the **first** words",
  data: null,
  mentions: [],
  mentionsAll: false,
  replyTo: null,
  reactions: [{ emoji: "👍", count: 1, first: [ben.id] }],
  myReactions: ["👍"],
  messageCount: 1,
  createdAt,
  editedAt: null,
  deletedAt: null,
  pinnedAt: null,
  custom: { priority: "urgent" },
};

const user = { online: true, lastSeenAt: null, role: "user" as const, createdAt, deactivatedAt: null, custom: {} };
export const me = { ...ben, ...user, email: null, issuer: "shop", externalId: "b" };

export const entry: ChannelEntry<Shop> = {
  channel: {
    id: channelId,
    type: "group",
    key: "order:4711",
    name: "Order 4711",
    description: null,
    image: null,
    visibility: "private",
    hidesHistory: false,
    rootId: channelId,
    parentMessageId: null,
    slowModeSeconds: 0,
    postingPolicy: "everyone",
    version: 1,
    createdById: null,
    createdAt,
    archivedAt: null,
    frozenAt: null,
    custom: { orderId: "4711" },
  },
  head: { seq: 1, version: 1, messageCount: 1, broadcastCount: 0, memberCount: 2, lastActivityAt: createdAt },
  lastMessage: message,
  me: {
    role: "owner",
    joinedAt: createdAt,
    visibleFromSeq: 0,
    readSeq: 0,
    unreadFrom: null,
    cursorCount: 0,
    cursorBroadcast: 0,
    mentionCount: 0,
    stateVersion: 1,
    pinnedAt: null,
    hiddenAt: null,
    mutedUntil: null,
  },
  peer: null,
};

export const members: ListedMember<Shop>[] = [ann, ben].map((one) => ({
  channelId,
  userId: one.id,
  user: one,
  role: "member",
  version: 1,
  joinedAt: createdAt,
  leftAt: null,
  custom: { part: "buyer" },
  online: true,
  lastSeenAt: null,
}));

const initial: InitialData<Shop> = {
  me,
  channels: { items: [entry], cursor: null, unreadTotal: 1, mentionTotal: 0 },
  timeline: { channelId, page: { items: [message], version: 1, head: entry.head } },
};

/** A client that stays where the first paint left it: nothing answers. */
export function stillClient() {
  return createChatClient<Shop>({ url: "http://127.0.0.1:9", initial });
}
