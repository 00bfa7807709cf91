"use client";

import type { AddMembers, ChatDefinition, ListedMember, MemberRole, MuteMember, Presence, UserRef } from "@chat/contract";
import { useEffect, useMemo, useState } from "react";
import { roomSlices, slices } from "../cache/slices.ts";
import { emptyList } from "../members/apply-event.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick, useSlice } from "./use-slice.ts";

/** The members in force: owners, moderators, then by name, as they are now called and present. `search` narrows this hook's own list. */
export function useMembers<D extends ChatDefinition = ChatDefinition>(channelId: string) {
  const client = useChatClient<D>();
  const [query, search] = useState("");
  const held = usePick(roomSlices.members(channelId), (lists) => lists[query]);
  const people = useSlice(slices.people);
  const presence = useSlice(slices.presence);
  const isMissing = held === undefined;
  useEffect(() => {
    if (isMissing) void client.members.load(channelId, query);
  }, [client, channelId, query, isMissing]);
  const list = held ?? emptyList;
  const items = useMemo(
    () => list.items.map((member) => asNow(member, people, presence) as unknown as ListedMember<D>),
    [list.items, people, presence],
  );
  const actions = useMemo(
    () => ({
      loadMore: () => client.members.loadMore(channelId, query),
      search,
      add: (userIds: AddMembers["userIds"]) => client.members.add(channelId, userIds),
      remove: (userId: string) => client.members.remove(channelId, userId),
      setRole: (userId: string, role: MemberRole) => client.members.setRole(channelId, userId, role),
      transferOwnership: (userId: string) => client.members.transferOwnership(channelId, userId),
      mute: (userId: string, mute: Pick<MuteMember, "reason" | "durationMinutes">) =>
        client.members.mute(channelId, userId, mute),
      unmute: (userId: string) => client.members.unmute(channelId, userId),
    }),
    [client, channelId, query],
  );
  return { state: { items, isLoading: isMissing || list.isLoading, error: list.error, hasMore: list.cursor !== null }, actions };
}

type ByUser<T> = Readonly<Record<string, T>>;

function asNow(member: ListedMember, people: ByUser<UserRef>, presence: ByUser<Presence>): ListedMember {
  return { ...member, user: people[member.userId] ?? member.user, ...presence[member.userId] };
}
