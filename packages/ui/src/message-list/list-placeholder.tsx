"use client";

import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { Button } from "../primitives/button.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { AlertIcon, MessageIcon } from "../primitives/icons.tsx";
import { useSlots } from "../slots/slots.tsx";
import { Skeleton } from "../primitives/skeleton.tsx";

const texts = { common: commonStrings, message: messageStrings };

const shapes = ["62%", "38%", "81%", "47%", "70%", "33%"];

/** Rows shaped like messages, for a load that takes more than 200 ms. */
export function ListSkeleton(): ReactElement {
  const t = useTexts(texts);
  return (
    <div
      role="status"
      data-slot="list-skeleton"
      className="chat:flex chat:h-full chat:flex-col chat:justify-end chat:gap-5 chat:overflow-hidden chat:px-(--chat-gutter) chat:py-3 chat:animate-[chat-fade-in_140ms_ease-out_200ms_backwards]"
    >
      <span className="chat:sr-only">{t.common.loading}</span>
      {shapes.map((width) => (
        <div key={width} className="chat:flex chat:gap-3">
          <Skeleton className="chat:size-9 chat:shrink-0 chat:rounded-full" />
          <div className="chat:flex chat:max-w-(--chat-column) chat:flex-1 chat:flex-col chat:gap-2 chat:pt-1">
            <Skeleton className="chat:h-3 chat:w-28" />
            <Skeleton className="chat:h-3" style={{ width }} />
          </div>
        </div>
      ))}
    </div>
  );
}

export function ListFailed({ onRetry }: { onRetry?: (() => void) | undefined }): ReactElement {
  const t = useTexts(texts);
  return (
    <div role="alert" data-slot="list-failed" className="chat:flex chat:h-full chat:items-center chat:justify-center">
      <EmptyState
        icon={<AlertIcon size={20} />}
        title={t.message.loadFailed}
        action={onRetry && <Button onClick={onRetry}>{t.common.retry}</Button>}
      />
    </div>
  );
}

export function ListEmpty({ children }: { children?: ReactNode }): ReactElement {
  const t = useTexts(texts);
  const { EmptyMessages } = useSlots();
  return (
    <div data-slot="list-empty" className="chat:flex chat:h-full chat:items-center chat:justify-center">
      {children ??
        (EmptyMessages ? (
          <EmptyMessages />
        ) : (
          <EmptyState icon={<MessageIcon size={20} />} title={t.message.emptyTitle} description={t.message.emptyBody} />
        ))}
    </div>
  );
}
