"use client";

import type { ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { systemStrings } from "../catalogue/system-strings.ts";
import { MessageTime } from "./message-time.tsx";
import { systemText } from "./system-text.ts";
import type { TimelineMessage } from "./timeline-message.ts";

const texts = { system: systemStrings };

/** What happened to the channel, in one centred line. */
export function SystemLine({
  message,
  nameOf,
}: {
  message: TimelineMessage;
  nameOf?: (userId: string) => string | undefined;
}): ReactElement {
  const t = useTexts(texts);
  const { locale } = useLocale();
  return (
    <p
      data-slot="system-line"
      className="chat:px-(--chat-gutter) chat:py-1.5 chat:text-center chat:text-xs chat:text-muted chat:wrap-anywhere"
    >
      {systemText(message, t, locale, nameOf)}
      <MessageTime at={message.createdAt} className="chat:ms-1.5 chat:whitespace-nowrap chat:tabular-nums" />
    </p>
  );
}
