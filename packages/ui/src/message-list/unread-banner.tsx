"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { ArrowUpIcon, CloseIcon } from "../primitives/icons.tsx";

const texts = { message: messageStrings };

export interface UnreadBannerProps {
  count: number;
  onShow: () => void;
  /** Marks all as read. */
  onDismiss?: (() => void) | undefined;
}

/** Over the top of the list while the first unread message is above: go there, or be done with it. */
export function UnreadBanner({ count, onShow, onDismiss }: UnreadBannerProps): ReactElement {
  const t = useTexts(texts);
  return (
    <div
      data-slot="unread-banner"
      className="chat:absolute chat:inset-x-0 chat:top-2 chat:z-20 chat:flex chat:justify-center chat:px-4"
    >
      <div className="chat:flex chat:animate-[chat-fade-in_140ms_ease-out] chat:items-center chat:rounded-full chat:bg-accent chat:text-xs chat:font-medium chat:text-accent-contrast chat:shadow-raised">
        <button
          type="button"
          className="chat:flex chat:h-8 chat:items-center chat:gap-1.5 chat:rounded-full chat:ps-3 chat:pe-2 chat:last:pe-3 chat:hover:bg-accent-hover"
          onClick={onShow}
        >
          <ArrowUpIcon size={14} />
          {t.message.newMessages(count)}
        </button>
        {onDismiss && (
          <button
            type="button"
            aria-label={t.message.markRead}
            className="chat:flex chat:size-8 chat:items-center chat:justify-center chat:rounded-full chat:hover:bg-accent-hover"
            onClick={onDismiss}
          >
            <CloseIcon size={14} />
          </button>
        )}
      </div>
    </div>
  );
}
