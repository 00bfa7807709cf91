"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { Badge, CountBadge } from "../primitives/badge.tsx";
import { ThreadIcon } from "../primitives/icons.tsx";

const texts = { thread: threadStrings };

export interface ThreadsButtonProps {
  /** Unread replies and mentions over all threads that the reader follows. */
  unread: number;
  mentions: number;
  onClick: () => void;
}

/** Over the conversations: the threads that the reader follows, and what is new in them. */
export function ThreadsButton({ unread, mentions, onClick }: ThreadsButtonProps): ReactElement {
  const t = useTexts(texts);
  return (
    <button
      type="button"
      data-slot="threads-button"
      data-unread={unread > 0 || undefined}
      onClick={onClick}
      className="chat:mx-2 chat:mb-1 chat:flex chat:h-10 chat:w-[calc(100%-1rem)] chat:items-center chat:gap-3 chat:rounded-xl chat:px-2.5 chat:text-start chat:text-sm chat:-outline-offset-2 chat:hover:bg-hover"
    >
      <span className="chat:flex chat:w-10 chat:justify-center chat:text-muted">
        <ThreadIcon size={18} />
      </span>
      <span className={`chat:min-w-0 chat:flex-1 chat:truncate ${unread > 0 ? "chat:font-semibold" : "chat:font-medium"}`}>
        {t.thread.all}
      </span>
      {mentions > 0 && (
        <Badge tone="danger" label={t.thread.mentions(mentions)}>
          @{mentions > 1 ? mentions : ""}
        </Badge>
      )}
      <CountBadge count={unread} label={t.thread.unread(unread)} />
    </button>
  );
}
