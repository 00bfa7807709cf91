"use client";

import type { ChannelEntry } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { dialogStrings } from "../catalogue/dialog-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { SearchIcon } from "../primitives/icons.tsx";
import { TextField } from "../primitives/text-field.tsx";
import { Problem } from "./problem.tsx";
import { useAttempt, type Attempt } from "./use-attempt.ts";

const texts = { channel: channelStrings, channelList: channelListStrings, dialog: dialogStrings };

export interface BrowseGroupsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly ChannelEntry[];
  isLoading: boolean;
  /** Joins, and opens the group where that worked. */
  onJoin: (channelId: string) => Attempt;
  /** Opens a group that one is in already. */
  onOpen: (channelId: string) => void;
}

/** Public groups by name, to join or open. */
export function BrowseGroupsDialog(props: BrowseGroupsDialogProps): ReactElement {
  const { open, onOpenChange, query, onQueryChange, groups, isLoading, onJoin, onOpen } = props;
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [joining, setJoining] = useState<string | null>(null);
  const join = async (channelId: string) => {
    setJoining(channelId);
    if (await run(() => onJoin(channelId))) onOpenChange(false);
    setJoining(null);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.dialog.browseTitle}>
      <div className="chat:flex chat:flex-col chat:gap-2">
        <Problem text={error} />
        <TextField
          label={t.dialog.browseSearch}
          hideLabel
          placeholder={t.dialog.browseSearch}
          icon={<SearchIcon />}
          value={query}
          autoFocus
          autoComplete="off"
          onChange={(event) => onQueryChange(event.currentTarget.value)}
        />
        <ul
          aria-busy={isLoading}
          aria-label={t.dialog.browseTitle}
          tabIndex={groups.length > 0 ? 0 : -1}
          className="chat-scroll chat:h-80 chat:overflow-y-auto chat:rounded-lg chat:-outline-offset-2"
        >
          {groups.map((entry) => (
            <li
              key={entry.channel.id}
              data-slot="browse-group"
              className="chat:flex chat:min-h-14 chat:items-center chat:gap-3 chat:rounded-lg chat:px-1 chat:py-2"
            >
              <GroupLine entry={entry} />
              {entry.me === null ? (
                <Button
                  size="sm"
                  variant="primary"
                  pending={isPending && joining === entry.channel.id}
                  onClick={() => void join(entry.channel.id)}
                >
                  {t.dialog.join}
                </Button>
              ) : (
                <Button
                  size="sm"
                  onClick={() => {
                    onOpen(entry.channel.id);
                    onOpenChange(false);
                  }}
                >
                  {t.dialog.open}
                </Button>
              )}
            </li>
          ))}
          {groups.length === 0 && !isLoading && (
            <li>
              <EmptyState title={t.dialog.noGroups} description={t.dialog.noGroupsText} />
            </li>
          )}
        </ul>
      </div>
    </Dialog>
  );
}

function GroupLine({ entry }: { entry: ChannelEntry }) {
  const t = useTexts(texts);
  const title = channelName(entry, t);
  const members = t.channel.members(entry.head.memberCount);
  return (
    <>
      <Avatar id={entry.channel.id} name={title} image={entry.channel.image} shape="square" size={36} />
      <div className="chat:min-w-0 chat:flex-1 chat:text-sm">
        <p dir="auto" className="chat:truncate chat:font-medium">
          {title}
        </p>
        <p className="chat:truncate chat:text-xs chat:text-muted">
          {entry.channel.description ? `${members} · ${entry.channel.description}` : members}
        </p>
      </div>
    </>
  );
}
