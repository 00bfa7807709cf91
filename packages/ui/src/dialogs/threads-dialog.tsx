"use client";

import type { ChannelEntry } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { activityTime, fullTime } from "../channel-list/activity-time.ts";
import { LoadMore } from "../channel-list/load-more.tsx";
import { useToday } from "../channel-list/use-today.ts";
import { useMessageKinds } from "../message/message-kind.tsx";
import { useReaderZone } from "../message/use-reader-zone.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Badge, CountBadge } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { AlertIcon, ThreadIcon } from "../primitives/icons.tsx";

const texts = { channelList: channelListStrings, common: commonStrings, message: messageStrings, thread: threadStrings };

/** A thread that the reader follows. */
export interface ThreadItem {
  entry: ChannelEntry;
  unread: number;
  mentions: number;
  /** The name of the conversation that it stands in, where it is known. */
  channel: string | undefined;
}

export interface ThreadsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  meId: string;
  /** Latest reply first. */
  items: readonly ThreadItem[];
  /** Whom the reader blocked: what they said is not shown. */
  blocked?: ReadonlySet<string> | undefined;
  isLoading?: boolean;
  hasFailed?: boolean;
  onRetry?: () => void;
  hasMore?: boolean;
  onLoadMore?: () => void;
  onOpen: (entry: ChannelEntry) => void;
}

/** The threads that the reader follows, in all conversations, with what is new in them. */
export function ThreadsDialog(props: ThreadsDialogProps): ReactElement {
  const { open, onOpenChange, items, isLoading = false, hasFailed = false, onRetry, hasMore = false, onLoadMore } = props;
  const t = useTexts(texts);
  const today = useToday();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.thread.all} description={t.thread.allHint}>
      <div className="chat:-mx-2 chat:min-h-40" aria-busy={isLoading}>
        {items.length > 0 ? (
          <ul aria-label={t.thread.all}>
            {items.map((item) => (
              <li key={item.entry.channel.id} data-slot="thread-item">
                <ThreadRow item={item} meId={props.meId} today={today} blocked={props.blocked} onOpen={props.onOpen} />
              </li>
            ))}
          </ul>
        ) : hasFailed ? (
          <EmptyState
            icon={<AlertIcon size={20} />}
            title={t.thread.allFailed}
            action={onRetry && <Button onClick={onRetry}>{t.common.retry}</Button>}
          />
        ) : (
          !isLoading && (
            <EmptyState icon={<ThreadIcon size={20} />} title={t.thread.allEmptyTitle} description={t.thread.allEmptyText} />
          )
        )}
        {hasMore && onLoadMore && <LoadMore count={items.length} onLoadMore={onLoadMore} />}
      </div>
    </Dialog>
  );
}

interface ThreadRowProps extends Pick<ThreadsDialogProps, "meId" | "blocked" | "onOpen"> {
  item: ThreadItem;
  today: Date;
}

function ThreadRow(props: ThreadRowProps) {
  const { entry, unread, mentions, channel } = props.item;
  const { parent, lastMessage } = entry;
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { timeZone } = useReaderZone();
  const { preview } = useMessageKinds();
  const reader = { locale, timeZone };
  const at = lastMessage?.createdAt ?? entry.head.lastActivityAt;
  const nameOf = (author: { id: string; name: string }) => (author.id === props.meId ? t.thread.you : author.name);
  const said = (message: NonNullable<typeof parent>, deleted: string) => {
    if (message.deletedAt !== null) return deleted;
    if (message.hiddenAt !== undefined) return t.message.underReview;
    return props.blocked?.has(message.author.id) ? t.message.folded : preview(message);
  };
  const isFresh = unread > 0;
  return (
    <button
      type="button"
      data-thread-of={parent?.id}
      data-unread={isFresh || undefined}
      onClick={() => props.onOpen(entry)}
      className="chat:flex chat:w-full chat:items-start chat:gap-3 chat:rounded-xl chat:px-2.5 chat:py-2.5 chat:text-start chat:-outline-offset-2 chat:hover:bg-hover"
    >
      {parent && <Avatar id={parent.author.id} name={parent.author.name} image={parent.author.image} size={36} />}
      <span className="chat:min-w-0 chat:flex-1">
        <span className="chat:flex chat:items-baseline chat:gap-1.5 chat:text-sm">
          <span
            className={`chat:min-w-0 chat:shrink-0 chat:truncate ${isFresh ? "chat:font-semibold" : "chat:font-medium"} chat:max-w-1/2`}
          >
            <bdi>{parent && nameOf(parent.author)}</bdi>
          </span>
          <span className="chat:min-w-0 chat:flex-1 chat:truncate chat:text-xs chat:text-muted">
            <bdi>{channel && t.thread.inChannel(channel)}</bdi>
          </span>
          <time
            dateTime={at}
            title={fullTime(at, reader)}
            className={`chat:shrink-0 chat:text-xs chat:tabular-nums ${isFresh ? "chat:text-accent-text" : "chat:text-muted"}`}
          >
            <bdi>{activityTime(at, props.today, reader)}</bdi>
          </time>
        </span>
        <span dir="auto" className="chat:block chat:truncate chat:text-sm chat:[text-align:match-parent]">
          {parent && said(parent, t.message.deleted)}
        </span>
        <span className="chat:flex chat:h-5 chat:items-center chat:gap-1.5 chat:text-sm chat:text-muted">
          <span dir="auto" className="chat:min-w-0 chat:flex-1 chat:truncate chat:[text-align:match-parent]">
            {lastMessage && t.channelList.authorLine(nameOf(lastMessage.author), said(lastMessage, t.channelList.deleted))}
          </span>
          {mentions > 0 && (
            <Badge tone="danger" label={t.thread.mentions(mentions)}>
              @{mentions > 1 ? mentions : ""}
            </Badge>
          )}
          <CountBadge count={unread} label={t.thread.unread(unread)} />
        </span>
      </span>
    </button>
  );
}
