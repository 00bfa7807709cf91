"use client";

import { Suspense, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { lazyPart } from "../primitives/lazy-part.ts";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

const texts = { common: commonStrings, message: messageStrings };

// What the server may answer is long, and most pages never say it.
const FailureReason = lazyPart(() => import("./failure-reason.tsx").then((module) => module.FailureReason), "idle");

const link = "chat:rounded-sm chat:font-medium chat:text-text chat:underline chat:underline-offset-2 chat:hover:text-accent-text";

/** Under a message that could not be sent: why, and what to do. */
export function MessageFailure({
  message,
  actions,
}: {
  message: TimelineMessage;
  actions: Pick<MessageActions, "onRetry" | "onDiscard">;
}): ReactElement | null {
  const t = useTexts(texts);
  if (message.local?.state !== "failed") return null;
  const { reason, told } = message.local;
  return (
    <div
      role="status"
      data-slot="message-failure"
      data-reason={reason}
      className="chat:mt-0.5 chat:flex chat:flex-wrap chat:items-center chat:gap-x-2 chat:text-xs chat:text-danger-text"
    >
      <span dir="auto">
        {told ? (
          t.message.failedBecause(told)
        ) : reason ? (
          <Suspense fallback={t.message.failed}>
            <FailureReason reason={reason} />
          </Suspense>
        ) : (
          t.message.failed
        )}
      </span>
      {actions.onRetry && (
        <button type="button" className={link} onClick={() => actions.onRetry?.(message)}>
          {t.common.retry}
        </button>
      )}
      {actions.onDiscard && (
        <button type="button" className={link} onClick={() => actions.onDiscard?.(message)}>
          {t.common.discard}
        </button>
      )}
    </div>
  );
}
