"use client";

import type { ChannelEntry } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { selectionStrings } from "../catalogue/selection-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { matchesTitle } from "../channel-list/list-item.ts";
import { LoadMore } from "../channel-list/load-more.tsx";
import { composerBlock } from "../composer/composer-block.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { TextField } from "../primitives/text-field.tsx";

const texts = { common: commonStrings, channelList: channelListStrings, selection: selectionStrings };

export interface ForwardDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  count: number;
  /** Those that are loaded; see `hasMore`. */
  channels: readonly ChannelEntry[];
  /** Whom the reader blocked: nothing is forwarded to them. */
  blocked?: ReadonlySet<string> | undefined;
  /** There are more conversations than those. */
  hasMore?: boolean;
  /** True where more could not be loaded. */
  hasFailed?: boolean;
  onLoadMore?: () => void;
  onPick: (entry: ChannelEntry) => void;
}

/** Picks the conversation to forward to, among those in which the reader may write. */
export function ForwardDialog(props: ForwardDialogProps): ReactElement {
  const { open, onOpenChange, count, channels, blocked, hasMore = false, hasFailed = false, onLoadMore, onPick } = props;
  const t = useTexts(texts);
  const [query, setQuery] = useState("");
  const wanted = query.trim();
  const fitting = channels.filter(
    (entry) => composerBlock(entry, blocked) === null && (wanted === "" || matchesTitle(channelName(entry, t), wanted)),
  );
  const isSearching = hasMore && !hasFailed;
  const nothing = hasFailed ? t.channelList.failedTitle : wanted === "" ? t.selection.forwardNowhere : t.selection.forwardNobody;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.selection.forwardTitle(count)} size="sm">
      <TextField
        type="search"
        label={t.selection.forwardSearch}
        value={query}
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="chat-scroll chat:-mx-2 chat:mt-2 chat:max-h-80 chat:overflow-y-auto">
        <ul aria-label={t.selection.forwardTo}>
          {fitting.map((entry) => (
            <ForwardRow key={entry.channel.id} entry={entry} onPick={onPick} />
          ))}
        </ul>
        {fitting.length === 0 &&
          (isSearching ? (
            <Spinner label={t.channelList.loading} className="chat:w-full chat:justify-center chat:py-4 chat:text-muted" />
          ) : (
            <p role="status" className="chat:py-4 chat:text-center chat:text-sm chat:text-muted">
              {nothing}
            </p>
          ))}
        {hasMore && onLoadMore && (
          <LoadMore
            count={channels.length}
            isBusy={isSearching && fitting.length === 0}
            onLoadMore={onLoadMore}
            {...(hasFailed && { label: t.common.retry })}
          />
        )}
      </div>
    </Dialog>
  );
}

function ForwardRow({ entry, onPick }: Pick<ForwardDialogProps, "onPick"> & { entry: ChannelEntry }) {
  const { peer, channel } = entry;
  const name = channelName(entry, useTexts(texts));
  return (
    <li>
      <button
        type="button"
        onClick={() => onPick(entry)}
        className="chat:flex chat:h-11 chat:w-full chat:items-center chat:gap-3 chat:rounded-lg chat:px-2 chat:text-start chat:text-sm chat:-outline-offset-2 chat:hover:bg-hover"
      >
        <Avatar
          id={peer?.id ?? channel.id}
          name={name}
          image={peer?.image ?? channel.image}
          size={32}
          {...(peer ? {} : { shape: "square" as const })}
        />
        <bdi className="chat:min-w-0 chat:truncate">{name}</bdi>
      </button>
    </li>
  );
}
