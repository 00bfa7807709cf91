"use client";

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
} from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import type { DraftStore } from "../composer/draft-store.ts";
import { Spinner } from "../primitives/spinner.tsx";
import { classNames } from "../styles/class-names.ts";
import { ChannelListEmpty } from "./channel-list-empty.tsx";
import { ChannelListHeader } from "./channel-list-header.tsx";
import { ChannelListRow } from "./channel-list-row.tsx";
import { ChannelListSkeleton } from "./channel-list-skeleton.tsx";
import { channelName } from "./channel-title.ts";
import { matchesTitle, type ChannelListItem } from "./list-item.ts";
import { LoadMore } from "./load-more.tsx";
import { useDrafts } from "./use-drafts.ts";
import { useRovingRows } from "./use-roving-rows.ts";
import { useToday } from "./use-today.ts";

const texts = { channelList: channelListStrings };

export interface ChannelListProps {
  /** In the order to show: pinned first, then the latest activity. */
  items: readonly ChannelListItem[];
  meId: string;
  selectedId?: string | null;
  onSelect: (channelId: string) => void;
  isLoading?: boolean;
  /** True where the first load failed. */
  hasFailed?: boolean;
  onRetry?: () => void;
  hasMore?: boolean;
  onLoadMore?: () => void;
  /** Shows unsent texts in the rows. */
  drafts?: DraftStore;
  /** Whom the reader blocked: what they said last is not shown. Keep the set's identity stable. */
  blocked?: ReadonlySet<string> | undefined;
  onNewMessage?: () => void;
  onNewGroup?: () => void;
  onBrowseGroups?: () => void;
  /** Before the title, such as the reader's own picture. */
  headerStart?: ReactNode;
  searchRef?: Ref<HTMLInputElement>;
  /** Over the rows, while nothing is searched for. */
  top?: ReactNode;
  className?: string;
}

/** My conversations, with a search by name. ↑ ↓ Home End move between rows, ↓ goes from the search into them, Enter there opens the first. */
export function ChannelList(props: ChannelListProps): ReactElement {
  const {
    items,
    meId,
    selectedId = null,
    onSelect,
    isLoading = false,
    hasFailed = false,
    drafts,
    hasMore = false,
    onLoadMore,
  } = props;
  const t = useTexts(texts);
  const today = useToday();
  const mayHoldMore = hasMore && onLoadMore !== undefined;
  const [query, setQuery] = useState("");
  const ownSearch = useRef<HTMLInputElement>(null);
  const roving = useRovingRows(() => ownSearch.current?.focus());
  const shown = useMemo(
    () => (query.trim() === "" ? items : items.filter(({ entry }) => matchesTitle(channelName(entry, t), query.trim()))),
    [items, query, t],
  );
  const draftOf = useDrafts(drafts);
  const reachable = shown.some(({ entry }) => entry.channel.id === selectedId) ? selectedId : shown[0]?.entry.channel.id;

  // The same function for ever: rows are memoised.
  const latestSelect = useRef(onSelect);
  useEffect(() => {
    latestSelect.current = onSelect;
  });
  const open = useCallback((channelId: string) => {
    setQuery("");
    latestSelect.current(channelId);
  }, []);
  const onSearchKeyDown = (event: KeyboardEvent) => {
    const first = shown[0]?.entry.channel.id;
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") roving.focusFirst();
    else if (event.key === "Enter" && query !== "" && first !== undefined) open(first);
    else if (event.key === "Escape" && query !== "") setQuery("");
    else return;
    event.preventDefault();
  };

  return (
    <section
      aria-label={t.channelList.label}
      data-slot="channel-list"
      className={classNames("chat:flex chat:min-h-0 chat:min-w-0 chat:flex-col chat:bg-surface", props.className)}
    >
      <ChannelListHeader
        query={query}
        onQueryChange={setQuery}
        onSearchKeyDown={onSearchKeyDown}
        searchRef={(field) => {
          ownSearch.current = field;
          if (typeof props.searchRef === "function") props.searchRef(field);
          else if (props.searchRef) props.searchRef.current = field;
        }}
        start={props.headerStart}
        onNewMessage={props.onNewMessage}
        onNewGroup={props.onNewGroup}
        onBrowseGroups={props.onBrowseGroups}
      />
      <div className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:overscroll-contain chat:pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        {query === "" && props.top}
        {isLoading && items.length === 0 ? (
          <ChannelListSkeleton />
        ) : shown.length > 0 ? (
          <ul ref={roving.list as Ref<HTMLUListElement>} onKeyDown={roving.onKeyDown} className="chat:px-2">
            {shown.map((item) => (
              <ChannelListRow
                key={item.entry.channel.id}
                item={item}
                meId={meId}
                isSelected={item.entry.channel.id === selectedId}
                isReachable={item.entry.channel.id === reachable}
                draft={item.entry.channel.id === selectedId ? null : draftOf(item.entry.channel.id)}
                today={today}
                blocked={props.blocked}
                onSelect={open}
              />
            ))}
          </ul>
        ) : query !== "" && mayHoldMore && !hasFailed ? (
          <Spinner label={t.channelList.loading} className="chat:w-full chat:justify-center chat:py-6 chat:text-muted" />
        ) : (
          <ChannelListEmpty
            query={query.trim()}
            hasFailed={hasFailed}
            onRetry={props.onRetry}
            onNewMessage={props.onNewMessage}
          />
        )}
        {mayHoldMore && <LoadMore count={items.length} isBusy={shown.length === 0} onLoadMore={onLoadMore} />}
      </div>
    </section>
  );
}
