"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { Button } from "../primitives/button.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { AlertIcon, MessageIcon, SearchIcon } from "../primitives/icons.tsx";

const texts = { channelList: channelListStrings };

export interface ChannelListEmptyProps {
  query: string;
  hasFailed: boolean;
  onRetry?: (() => void) | undefined;
  onNewMessage?: (() => void) | undefined;
}

/** In place of rows: the load failed, nothing matches, or there is no conversation yet. One action each. */
export function ChannelListEmpty({ query, hasFailed, onRetry, onNewMessage }: ChannelListEmptyProps): ReactElement {
  const t = useTexts(texts);
  if (hasFailed) {
    return (
      <EmptyState
        icon={<AlertIcon size={20} />}
        title={t.channelList.failedTitle}
        action={onRetry && <Button onClick={onRetry}>{t.channelList.failedAction}</Button>}
      />
    );
  }
  const isSearch = query !== "";
  return (
    <EmptyState
      icon={isSearch ? <SearchIcon size={20} /> : <MessageIcon size={20} />}
      title={isSearch ? t.channelList.noMatchTitle : t.channelList.emptyTitle}
      description={isSearch ? t.channelList.noMatchText(query) : onNewMessage && t.channelList.emptyText}
      action={
        onNewMessage && (
          <Button variant={isSearch ? "secondary" : "primary"} onClick={onNewMessage}>
            {t.channelList.newMessage}
          </Button>
        )
      }
    />
  );
}
