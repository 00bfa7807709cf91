"use client";

import { memo, useCallback, useState, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { Message as StockMessage, type MessageProps } from "../message/message.tsx";
import { SystemLine as StockSystemLine } from "../message/system-line.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { DayDivider as StockDayDivider } from "./day-divider.tsx";
import { useSlots } from "../slots/slots.tsx";
import type { Row } from "./rows.ts";
import { UnreadDivider as StockUnreadDivider } from "./unread-divider.tsx";

const texts = { message: messageStrings };

export interface MessageRowProps extends Omit<MessageProps, "message" | "startsGroup" | "endsGroup" | "onSurfaceChange"> {
  row: Row;
  beginning: ReactNode;
  renderMessage: ((message: TimelineMessage, usual: ReactElement) => ReactNode) | undefined;
  onSurface: (key: string, open: boolean) => void;
}

/** One row of the windowed list: the message with the day, the line or the beginning that stands above it. */
export const MessageRow = memo(function MessageRow({
  row,
  beginning,
  renderMessage,
  onSurface,
  isNew,
  ...rest
}: MessageRowProps): ReactElement {
  const t = useTexts(texts);
  const {
    Message = StockMessage,
    SystemLine = StockSystemLine,
    DayDivider = StockDayDivider,
    UnreadDivider = StockUnreadDivider,
    Beginning,
  } = useSlots();
  // As it was when the row was mounted: taking the class away again would cut the motion short.
  const [rises] = useState(isNew ?? false);
  const { key, message } = row;
  const onSurfaceChange = useCallback((open: boolean) => onSurface(key, open), [onSurface, key]);
  const nameOf = (userId: string) => rest.people?.(userId)?.name;
  const usual =
    message.kind === "system" ? (
      <SystemLine message={message} nameOf={nameOf} />
    ) : (
      <Message
        {...rest}
        message={message}
        startsGroup={row.startsGroup}
        endsGroup={row.endsGroup}
        isNew={rises}
        onSurfaceChange={onSurfaceChange}
      />
    );
  return (
    <div data-slot="row" data-row={key} data-unread={row.unread || undefined}>
      {row.beginning &&
        (beginning ??
          (Beginning ? (
            <Beginning />
          ) : (
            <p className="chat:px-(--chat-gutter) chat:pt-6 chat:pb-2 chat:text-center chat:text-xs chat:text-muted">
              {t.message.beginning}
            </p>
          )))}
      {row.day && <DayDivider day={row.day} />}
      {row.unread && <UnreadDivider />}
      {renderMessage ? renderMessage(message, usual) : usual}
    </div>
  );
});
