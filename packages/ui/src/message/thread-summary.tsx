"use client";

import type { ThreadSummary as Thread, UserRef } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { fullTime, timeAgo } from "../channel-list/activity-time.ts";
import { useMinute } from "../channel-header/use-minute.ts";
import { AvatarStack } from "../primitives/avatar.tsx";
import { CountBadge } from "../primitives/badge.tsx";
import { useReaderZone } from "./use-reader-zone.ts";

const texts = { thread: threadStrings };

export interface ThreadSummaryProps {
  thread: Thread;
  /** People by id, under their current name and picture. */
  people?: ((userId: string) => UserRef | undefined) | undefined;
  /** Replies that the reader has not read; 0 where they do not follow it. */
  unread?: number;
  onOpen: () => void;
}

const shownFaces = 3;

/** Under a message with replies: who replied, how many they are, when the last one came, and how many are new. Opens the thread. */
export function ThreadSummary({ thread, people, unread = 0, onOpen }: ThreadSummaryProps): ReactElement {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { timeZone, isKnown } = useReaderZone();
  const now = useMinute();
  const reader = { locale, timeZone };
  const faces = thread.repliers.slice(0, shownFaces).map((person) => people?.(person.id) ?? person);
  const ago = timeAgo(thread.lastReplyAt, now, reader);
  return (
    <button
      type="button"
      data-slot="thread-summary"
      data-unread={unread > 0 || undefined}
      tabIndex={-1}
      title={fullTime(thread.lastReplyAt, reader)}
      suppressHydrationWarning
      onClick={onOpen}
      className="chat:group/thread chat:-ms-1.5 chat:mt-0.5 chat:flex chat:h-8 chat:max-w-full chat:min-w-0 chat:items-center chat:gap-2 chat:rounded-lg chat:border chat:border-transparent chat:px-1.5 chat:text-start chat:text-xs chat:transition-colors chat:hover:border-border chat:hover:bg-bg chat:pointer-coarse:h-10"
    >
      <AvatarStack people={faces} />
      <span className="chat:shrink-0 chat:font-semibold chat:text-accent-text chat:group-hover/thread:underline">
        {t.thread.replies(thread.replyCount)}
      </span>
      <CountBadge count={unread} label={t.thread.unread(unread)} />
      <span suppressHydrationWarning className={`chat:min-w-0 chat:truncate chat:text-muted ${isKnown ? "" : "chat:invisible"}`}>
        {ago === null ? t.thread.lastReplyNow : t.thread.lastReply(ago)}
      </span>
    </button>
  );
}
