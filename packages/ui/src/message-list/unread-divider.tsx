"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";

const texts = { message: messageStrings };

/** Above the first unread message, as it was when the visit began. */
export function UnreadDivider(): ReactElement {
  const t = useTexts(texts);
  return (
    <div
      role="separator"
      aria-label={t.message.unreadFrom}
      data-slot="unread-line"
      className="chat:flex chat:items-center chat:gap-2 chat:px-(--chat-gutter) chat:pt-3 chat:text-danger-text"
    >
      <span aria-hidden className="chat:h-px chat:flex-1 chat:bg-current chat:opacity-50" />
      <span aria-hidden className="chat:text-2xs chat:font-semibold">
        {t.message.unreadLine}
      </span>
    </div>
  );
}
