"use client";

import type { ErrorReason } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messengerStrings } from "../catalogue/messenger-strings.ts";
import { CheckIcon, OfflineIcon } from "../primitives/icons.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { classNames } from "../styles/class-names.ts";
import { useBannerPhase, type ConnectionStatus } from "./use-banner-phase.ts";

const texts = { messenger: messengerStrings };

export interface ConnectionBannerProps {
  status: ConnectionStatus;
  /** Why it stays offline, where waiting does not help. */
  reason?: ErrorReason | null;
  onRetry?: () => void;
  /** Given when the page is older than the server and must be loaded anew; it then says so, whatever the status. */
  onReload?: (() => void) | undefined;
  className?: string;
}

const looks = {
  offline: "chat:bg-warning-soft chat:text-warning-text",
  connecting: "chat:bg-raised chat:text-muted",
  reconnecting: "chat:bg-warning-soft chat:text-warning-text",
  back: "chat:bg-raised chat:text-success-text",
  outdated: "chat:bg-accent-soft chat:text-accent-text",
};
const action = "chat:rounded-sm chat:font-semibold chat:underline chat:underline-offset-2";

/** Says that the connection is missing, and that it is back. It lies over the top edge and moves nothing; put it in a positioned box. */
export function ConnectionBanner({ status, reason, onRetry, onReload, className }: ConnectionBannerProps): ReactElement {
  const t = useTexts(texts);
  const line = useBannerPhase(status);
  const phase = onReload ? "outdated" : reason ? "offline" : line;
  const text = {
    offline:
      reason === "FORBIDDEN" ? t.messenger.forbidden : reason === "UNAUTHENTICATED" ? t.messenger.signedOut : t.messenger.offline,
    connecting: t.messenger.connecting,
    reconnecting: t.messenger.reconnecting,
    back: t.messenger.online,
    outdated: t.messenger.newVersion,
  };
  return (
    <div
      role="status"
      data-slot="connection-banner"
      data-state={phase}
      className={classNames(
        "chat:pointer-events-none chat:absolute chat:inset-x-0 chat:top-2 chat:z-30 chat:flex chat:justify-center chat:px-3",
        className,
      )}
    >
      {phase !== "hidden" && (
        <div
          className={classNames(
            "chat:pointer-events-auto chat:flex chat:min-h-8 chat:max-w-full chat:animate-[chat-fade-in_160ms_ease-out] chat:items-center chat:gap-2 chat:rounded-full chat:border chat:border-border chat:px-3 chat:py-1 chat:text-xs chat:font-medium chat:shadow-overlay",
            looks[phase],
          )}
        >
          {phase === "back" && <CheckIcon size={14} />}
          {phase === "offline" && <OfflineIcon size={14} />}
          {(phase === "connecting" || phase === "reconnecting") && <Spinner size={14} />}
          <span>{text[phase]}</span>
          {phase === "offline" && onRetry && (
            <button type="button" onClick={onRetry} className={action}>
              {t.messenger.retryNow}
            </button>
          )}
          {onReload && (
            <button type="button" onClick={onReload} className={action}>
              {t.messenger.reload}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
