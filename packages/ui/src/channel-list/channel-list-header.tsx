"use client";

import type { KeyboardEvent, ReactElement, ReactNode, Ref } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CloseIcon, GlobeIcon, NewMessageIcon, SearchIcon, UsersIcon } from "../primitives/icons.tsx";
import { TextField } from "../primitives/text-field.tsx";

const texts = { channelList: channelListStrings };

export interface ChannelListHeaderProps {
  query: string;
  onQueryChange: (query: string) => void;
  onSearchKeyDown: (event: KeyboardEvent) => void;
  searchRef?: Ref<HTMLInputElement> | undefined;
  /** Before the title, such as the reader's own picture. */
  start?: ReactNode;
  onNewMessage?: (() => void) | undefined;
  onNewGroup?: (() => void) | undefined;
  onBrowseGroups?: (() => void) | undefined;
}

/** Title, the ways to begin a conversation, and the search by name. */
export function ChannelListHeader(props: ChannelListHeaderProps): ReactElement {
  const t = useTexts(texts);
  const { query, onQueryChange } = props;
  return (
    <header data-slot="channel-list-header" className="chat:shrink-0 chat:px-3 chat:pt-2.5 chat:pb-2">
      <div className="chat:mb-2 chat:flex chat:h-9 chat:items-center chat:gap-0.5 chat:ps-1">
        {props.start}
        <h2 className="chat:min-w-0 chat:flex-1 chat:truncate chat:ps-1.5 chat:text-base chat:font-semibold">
          {t.channelList.title}
        </h2>
        {props.onBrowseGroups && (
          <IconButton
            label={t.channelList.browseGroups}
            icon={<GlobeIcon size={18} />}
            tooltip="bottom"
            onClick={props.onBrowseGroups}
          />
        )}
        {props.onNewGroup && (
          <IconButton label={t.channelList.newGroup} icon={<UsersIcon size={18} />} tooltip="bottom" onClick={props.onNewGroup} />
        )}
        {props.onNewMessage && (
          <IconButton
            label={t.channelList.newMessage}
            icon={<NewMessageIcon size={18} />}
            tooltip="bottom"
            onClick={props.onNewMessage}
          />
        )}
      </div>
      <div role="search" className="chat:relative">
        <TextField
          ref={props.searchRef}
          label={t.channelList.search}
          hideLabel
          placeholder={t.channelList.search}
          icon={<SearchIcon />}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onQueryChange(event.currentTarget.value)}
          onKeyDown={props.onSearchKeyDown}
        />
        {query !== "" && (
          <IconButton
            label={t.channelList.clearSearch}
            icon={<CloseIcon size={14} />}
            size="sm"
            tooltip={false}
            onClick={() => onQueryChange("")}
            className="chat:absolute chat:inset-y-0 chat:end-1 chat:my-auto"
          />
        )}
      </div>
    </header>
  );
}
