import type { UserRef } from "@chat/contract";
import { noBlocks, type BlocksState } from "../blocks/apply-event.ts";
import { emptyChannels, type ChannelsState } from "../channels/channels-state.ts";
import { firstConnection, type ConnectionState } from "../connection/connection-state.ts";
import { emptyMembers, type MemberLists } from "../members/apply-event.ts";
import { emptyTimeline, type Timeline } from "../messages/timeline.ts";
import { emptyCursors, type CursorsState } from "../receipts/apply-event.ts";
import type { PresenceMap } from "../presence/apply-event.ts";
import type { UnsentMap } from "../outbox/apply-event.ts";
import { noSanctions, type SanctionsState } from "../sanctions/apply-event.ts";
import type { TypingMap } from "../typing/apply-event.ts";
import { nobody, type MeState } from "../users/apply-event.ts";

/** Everything under this prefix is written by the reducer only. */
export const prefix = "chat";

/** One value of the cache: where it stands, and what it is before anything was written there. */
export interface Slice<T> {
  readonly key: readonly string[];
  readonly empty: T;
}

const slice = <T>(key: readonly string[], empty: T): Slice<T> => ({ key: [prefix, ...key], empty });

export const slices = {
  me: slice<MeState>(["me"], nobody),
  connection: slice<ConnectionState>(["connection"], firstConnection),
  channels: slice<ChannelsState>(["channels"], emptyChannels),
  people: slice<Readonly<Record<string, UserRef>>>(["people"], {}),
  presence: slice<PresenceMap>(["presence"], {}),
  typing: slice<TypingMap>(["typing"], {}),
  unsent: slice<UnsentMap>(["unsent"], {}),
  blocks: slice<BlocksState>(["blocks"], noBlocks),
  sanctions: slice<SanctionsState>(["sanctions"], noSanctions),
} as const;

/** What is kept of one channel beside its entry in the list. */
export const roomSlices = {
  timeline: (channelId: string) => slice<Timeline>(["timeline", channelId], emptyTimeline),
  cursors: (channelId: string) => slice<CursorsState>(["cursors", channelId], emptyCursors),
  members: (channelId: string) => slice<MemberLists>(["members", channelId], emptyMembers),
} as const;

/** The state that one action may read and change: all of ours, and the room of the channel that it names. */
export interface ChatState {
  readonly me: MeState;
  readonly connection: ConnectionState;
  readonly channels: ChannelsState;
  readonly people: Readonly<Record<string, UserRef>>;
  readonly presence: PresenceMap;
  readonly typing: TypingMap;
  readonly unsent: UnsentMap;
  readonly blocks: BlocksState;
  readonly sanctions: SanctionsState;
  readonly timeline: Timeline;
  readonly cursors: CursorsState;
  readonly members: MemberLists;
}
