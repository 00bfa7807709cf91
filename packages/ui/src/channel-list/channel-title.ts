import type { Channel, User, UserRef } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";

/** What a name and picture are made of: the parts of a ChannelEntry that do not change with every message. */
export interface ChannelIdentity {
  channel: Pick<Channel, "type" | "name" | "image" | "key">;
  peer: Pick<User, "id" | "name" | "image"> | null;
}

/** A direct message is named after the other person, as they are called now; a group by its name, or its key where it has none. */
export function channelTitle(entry: ChannelIdentity, untitled: string): string {
  if (entry.channel.type === "direct") return entry.peer?.name ?? untitled;
  return entry.channel.name ?? entry.channel.key ?? untitled;
}

/** The same, with the catalogue's words where there is no name. */
export function channelName(entry: ChannelIdentity, t: Pick<Catalogue, "channelList">): string {
  return channelTitle(entry, entry.channel.type === "direct" ? t.channelList.formerPerson : t.channelList.untitled);
}

/** Who or what is drawn in the channel's avatar. */
export function channelPicture(entry: ChannelIdentity): Pick<UserRef, "image"> {
  return { image: entry.channel.type === "direct" ? (entry.peer?.image ?? null) : entry.channel.image };
}
