"use client";

import { slices } from "@chat/client";
import { useBlocks, useMe, useThreads } from "@chat/client/react";
import { useMemo, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { useEntryNow } from "../channel-view/entry-now.ts";
import { useCached } from "../channel-view/use-cached.ts";
import { usePeople } from "../channel-view/use-people.ts";
import { ThreadsDialog } from "../dialogs/threads-dialog.tsx";

const texts = { channelList: channelListStrings };

export interface ThreadsScreenProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onNavigate: (channelId: string, threadOf: string) => void;
}

/** The threads that the reader follows, under people's and conversations' current names; opens one in its conversation. */
export function ThreadsScreen({ open, onOpenChange, onNavigate }: ThreadsScreenProps): ReactElement {
  const t = useTexts(texts);
  const { state, actions } = useThreads();
  const me = useMe().state.me;
  const { held } = useCached(slices.channels);
  const people = usePeople();
  const blocked = useBlocks().state.userIds;
  const now = useEntryNow();
  const items = useMemo(
    () =>
      state.items.map(({ entry, ...counts }) => {
        const root = held[entry.channel.rootId]?.entry;
        const { parent } = entry;
        const named = parent && { ...parent, author: people(parent.author.id) ?? parent.author };
        return { ...counts, entry: { ...now(entry), parent: named }, channel: root && channelName(now(root), t) };
      }),
    [state.items, held, people, now, t],
  );
  return (
    <ThreadsDialog
      open={open}
      onOpenChange={onOpenChange}
      meId={me?.id ?? ""}
      items={items}
      blocked={blocked}
      isLoading={state.isLoading}
      hasFailed={state.error !== null}
      onRetry={() => void actions.reload()}
      hasMore={state.hasMore}
      onLoadMore={() => void actions.loadMore()}
      onOpen={({ channel }) => {
        if (channel.parentMessageId !== null) onNavigate(channel.rootId, channel.parentMessageId);
        onOpenChange(false);
      }}
    />
  );
}
