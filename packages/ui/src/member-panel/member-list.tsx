"use client";

import type { ChannelEntry, ListedMember } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import { LoadMore } from "../channel-list/load-more.tsx";
import { IconButton } from "../primitives/icon-button.tsx";
import { SearchIcon, UserPlusIcon } from "../primitives/icons.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { TextField } from "../primitives/text-field.tsx";
import { MemberRow } from "./member-row.tsx";
import type { MemberRights } from "./member-rights.ts";

const texts = { channel: channelStrings, common: commonStrings };

/** Below this many members nobody needs a search. */
const searchFrom = 8;

export interface MemberListProps {
  entry: Pick<ChannelEntry, "me" | "head">;
  meId: string;
  members: readonly ListedMember[];
  isLoading: boolean;
  hasMore?: boolean | undefined;
  onLoadMore?: (() => void) | undefined;
  onSearch?: ((query: string) => void) | undefined;
  rights: MemberRights;
  onAddPeople?: (() => void) | undefined;
  onMessage?: ((userId: string) => void) | undefined;
  /** Whom the reader blocked. */
  blocked?: ReadonlySet<string> | undefined;
  /** Asks whether to block a member, or to end it. */
  onBlock?: ((member: ListedMember) => void) | undefined;
  /** Tells the site's moderators of a member. */
  onReport?: ((member: ListedMember) => void) | undefined;
  onSetRole: (member: ListedMember, role: "moderator" | "member") => void;
  onTransfer: (member: ListedMember) => void;
  onRemove: (member: ListedMember) => void;
  /** Asks why and for how long. */
  onMute?: ((member: ListedMember) => void) | undefined;
  onUnmute?: ((member: ListedMember) => void) | undefined;
}

/** The members of a group: owners, moderators, then by name. */
export function MemberList(props: MemberListProps): ReactElement {
  const { entry, meId, members, isLoading, hasMore, onLoadMore, onSearch, rights } = props;
  const t = useTexts(texts);
  const [query, setQuery] = useState("");
  return (
    <section data-slot="member-list" aria-label={t.channel.membersTitle} className="chat:flex chat:flex-col chat:gap-1">
      <div className="chat:flex chat:h-9 chat:items-center chat:justify-between">
        <h3 className="chat:text-sm chat:font-semibold">
          {t.channel.membersTitle} <span className="chat:font-normal chat:text-muted">{entry.head.memberCount}</span>
        </h3>
        {rights.addPeople && props.onAddPeople && (
          <IconButton label={t.channel.addPeople} icon={<UserPlusIcon size={18} />} onClick={props.onAddPeople} />
        )}
      </div>
      {onSearch && entry.head.memberCount >= searchFrom && (
        <TextField
          label={t.channel.searchMembers}
          hideLabel
          placeholder={t.channel.searchMembers}
          icon={<SearchIcon />}
          value={query}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            onSearch(event.currentTarget.value);
          }}
        />
      )}
      <ul>
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isMe={member.userId === meId}
            myRole={entry.me?.role ?? null}
            rights={rights}
            onMessage={props.onMessage}
            isBlocked={props.blocked?.has(member.userId) ?? false}
            onBlock={props.onBlock && (() => props.onBlock?.(member))}
            onReport={props.onReport && (() => props.onReport?.(member))}
            onMakeModerator={() => props.onSetRole(member, "moderator")}
            onMakeMember={() => props.onSetRole(member, "member")}
            onTransfer={() => props.onTransfer(member)}
            onRemove={() => props.onRemove(member)}
            onMute={props.onMute && (() => props.onMute?.(member))}
            onUnmute={props.onUnmute && (() => props.onUnmute?.(member))}
          />
        ))}
      </ul>
      {isLoading && members.length === 0 && (
        <Spinner label={t.common.loading} className="chat:self-center chat:py-4 chat:text-muted" />
      )}
      {!isLoading && members.length === 0 && (
        <p className="chat:py-4 chat:text-center chat:text-sm chat:text-muted">{t.channel.noMembers}</p>
      )}
      {hasMore && onLoadMore && <LoadMore count={members.length} label={t.channel.loadMoreMembers} onLoadMore={onLoadMore} />}
    </section>
  );
}
