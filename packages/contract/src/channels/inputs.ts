import { z } from "zod";
import type { ChatDefinition, CustomInput } from "../define-chat.ts";
import { countInput, idSchema, momentInput, userRefInput } from "../ids.ts";
import { limits } from "../limits.ts";
import { nameText, safeText } from "../text.ts";
import { imageInput } from "../users/update-me.ts";
import { postingPolicies, visibilities } from "./channel.ts";

/** Any verb on one channel. */
export const channelIdInput = z.strictObject({ channelId: idSchema });
export type ChannelIdInput = z.input<typeof channelIdInput>;

/** My channels, latest activity first; `cursor` is the last page's. A page of more than 50 KB ends sooner than `limit`. */
export const listChannelsInput = z.strictObject({
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: z.string().max(100).optional(),
});
export type ListChannels = z.input<typeof listChannelsInput>;

/** Public groups by any part of their name, those I am in too. */
export const browseChannelsInput = z.strictObject({
  query: safeText(limits.query).default(""),
  limit: z.int().min(1).max(50).default(20),
});
export type BrowseChannels = z.input<typeof browseChannelsInput>;

export const openDirectInput = z.strictObject({ userId: userRefInput });
export type OpenDirect = z.input<typeof openDirectInput>;

const groupFields = <D extends ChatDefinition>(chat: D) => ({
  description: safeText(limits.description).nullable().optional(),
  image: imageInput.optional(),
  visibility: z.enum(visibilities).optional(),
  /** Once on, it stays on. */
  hidesHistory: z.boolean().optional(),
  slowModeSeconds: z.int().min(0).max(21_600).optional(),
  postingPolicy: z.enum(postingPolicies).optional(),
  custom: chat.custom.channel.partial().strict().optional(),
});

interface GroupFields<D extends ChatDefinition> {
  description?: string | null | undefined;
  image?: string | null | undefined;
  visibility?: "public" | "private" | undefined;
  hidesHistory?: boolean | undefined;
  slowModeSeconds?: number | undefined;
  postingPolicy?: "everyone" | "moderators" | undefined;
  custom?: Partial<CustomInput<D, "channel">> | undefined;
}

export interface CreateGroup<D extends ChatDefinition = ChatDefinition> extends GroupFields<D> {
  name: string;
  /** The creator becomes owner and need not be named. */
  memberIds?: (string | { externalId: string })[] | undefined;
}
export const createGroupInput = <D extends ChatDefinition>(chat: D) =>
  z.strictObject({
    name: nameText(limits.name),
    memberIds: z.array(userRefInput).max(limits.memberIds).optional(),
    ...groupFields(chat),
  }) as unknown as z.ZodType<CreateGroup<D>, CreateGroup<D>>;

/** Keys given change; others stay. Keys of `custom` given replace those keys. */
export interface UpdateChannel<D extends ChatDefinition = ChatDefinition> extends GroupFields<D> {
  channelId: string;
  name?: string | undefined;
}
export const updateChannelInput = <D extends ChatDefinition>(chat: D) =>
  z.strictObject({
    channelId: idSchema,
    name: nameText(limits.name).optional(),
    ...groupFields(chat),
  }) as unknown as z.ZodType<UpdateChannel<D>, UpdateChannel<D>>;

/** Finds or makes the room of a business record. */
export interface EnsureChannel<D extends ChatDefinition = ChatDefinition> extends GroupFields<D> {
  key: string;
  name?: string | undefined;
}
export const ensureChannelInput = <D extends ChatDefinition>(chat: D) =>
  z.strictObject({
    key: safeText(limits.key, 1),
    name: nameText(limits.name).optional(),
    ...groupFields(chat),
  }) as unknown as z.ZodType<EnsureChannel<D>, EnsureChannel<D>>;

/** `archived: false` opens it again. */
export const archiveChannelInput = z.strictObject({ channelId: idSchema, archived: z.boolean().default(true) });
export type ArchiveChannel = z.input<typeof archiveChannelInput>;

/** Read up to and with `seq`; lower than before changes nothing but clears a mark made by hand. */
export const markReadInput = z.strictObject({ channelId: idSchema, seq: countInput(0) });
export type MarkRead = z.input<typeof markReadInput>;

/** Unread from and with `seq` on. */
export const markUnreadInput = z.strictObject({ channelId: idSchema, seq: countInput(1) });
export type MarkUnread = z.input<typeof markUnreadInput>;

/** `following: false` ends it. */
export const followThreadInput = z.strictObject({ channelId: idSchema, following: z.boolean().default(true) });
export type FollowThread = z.input<typeof followThreadInput>;

export type ListThreads = ListChannels;

export const setPreferencesInput = z.strictObject({
  channelId: idSchema,
  pinned: z.boolean().optional(),
  hidden: z.boolean().optional(),
  /** Null unmutes; a far date mutes for good. */
  mutedUntil: momentInput.nullable().optional(),
});
export type SetPreferences = z.input<typeof setPreferencesInput>;
