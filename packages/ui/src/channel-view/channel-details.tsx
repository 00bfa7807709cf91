"use client";

import { useChatClient, useConnection, useMe, useMembers, useUserSearch } from "@chat/client/react";
import { useEffect, useState, type ReactElement } from "react";
import { PersonSafety } from "../block/person-safety.tsx";
import { useBlocking } from "../block/use-blocking.tsx";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { AddPeopleDialog } from "../dialogs/add-people-dialog.tsx";
import { MemberPanel } from "../member-panel/member-panel.tsx";
import { useReporting } from "../report/use-reporting.tsx";
import { attemptOf } from "./attempt-of.ts";
import { useChannelNow } from "./use-channel-now.ts";

const texts = { errors: errorStrings };

export interface ChannelDetailsProps {
  channelId: string;
  onClose: () => void;
  /** Opens a direct message with someone. */
  onMessage?: ((userId: string) => void) | undefined;
  /** The reader left the group. */
  onLeft?: (() => void) | undefined;
  className?: string;
}

/** The details of a channel, wired to the client. */
export function ChannelDetails({ channelId, onClose, onMessage, onLeft, className }: ChannelDetailsProps): ReactElement | null {
  const t = useTexts(texts);
  const me = useMe().state.me;
  const { state: channel, actions: channelActions } = useChannelNow(channelId);
  const { state: list, actions: members } = useMembers(channelId);
  const client = useChatClient();
  const canMute = useConnection().state.capabilities?.includes("mutes") ?? false;
  const blocking = useBlocking();
  const reporting = useReporting();
  const role = channel.entry?.me?.role ?? "member";
  const [isHeld] = useState(list.items.length > 0);
  // Whom others have muted since is told to nobody.
  useEffect(() => {
    if (canMute && isHeld && role !== "member") void client.members.load(channelId);
  }, [client, channelId, canMute, isHeld, role]);
  const [isAdding, setAdding] = useState(false);
  const [hasAdded, setHasAdded] = useState(false);
  if (!channel.entry || !me) return null;
  return (
    <>
      <MemberPanel
        {...(className === undefined ? {} : { className })}
        entry={channel.entry}
        meId={me.id}
        members={list.items}
        isLoading={list.isLoading}
        hasMore={list.hasMore}
        onLoadMore={() => void members.loadMore()}
        onSearch={(query) => void members.search(query)}
        onClose={onClose}
        onUpdate={(change) => attemptOf(channelActions.update(change), t)}
        onRemove={(userId) => attemptOf(members.remove(userId), t)}
        onSetRole={(userId, role) => attemptOf(members.setRole(userId, role), t)}
        onTransfer={(userId) => attemptOf(members.transferOwnership(userId), t)}
        onMute={canMute ? (userId, mute) => attemptOf(members.mute(userId, mute), t) : undefined}
        onUnmute={canMute ? (userId) => attemptOf(members.unmute(userId), t) : undefined}
        onArchive={(archived) => attemptOf(channelActions.archive(archived), t)}
        onLeave={async () => {
          const refusal = await attemptOf(channelActions.leave(), t);
          if (refusal === null) onLeft?.();
          return refusal;
        }}
        onAddPeople={() => {
          setAdding(true);
          setHasAdded(true);
        }}
        onMessage={onMessage}
        blocked={blocking.blocked}
        onBlock={blocking.ask && (({ user }) => blocking.ask?.(user))}
        onReport={reporting.report && (({ userId, user }) => reporting.report?.({ userId, name: user.name }))}
        personExtra={channel.entry.peer && <PersonSafety userId={channel.entry.peer.id} name={channel.entry.peer.name} />}
      />
      {blocking.dialog}
      {reporting.dialog}
      {hasAdded && (
        <AddPeople
          open={isAdding}
          onOpenChange={setAdding}
          members={new Set(list.items.map((member) => member.userId))}
          onAdd={(userIds) => attemptOf(members.add(userIds), t)}
        />
      )}
    </>
  );
}

function AddPeople(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  members: ReadonlySet<string>;
  onAdd: (userIds: string[]) => Promise<string | null>;
}) {
  const [query, setQuery] = useState("");
  const { items, isLoading } = useUserSearch(query).state;
  return <AddPeopleDialog {...props} search={{ query, onQueryChange: setQuery, people: items, isLoading }} />;
}
