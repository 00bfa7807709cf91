"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { Button } from "../primitives/button.tsx";
import { IconButton } from "../primitives/icon-button.tsx";
import { AlertIcon, CheckIcon, CloseIcon } from "../primitives/icons.tsx";

const texts = { common: commonStrings };

const shownMs = 6_000;
const actionMs = 10_000;

export interface NoticeProps {
  text: string | null;
  onClose: () => void;
  /** `problem` (the default) did not work, `done` did. */
  kind?: "problem" | "done";
  /** Offered beside it; the notice then stands as long as what was done can be taken back. */
  action?: { label: string; onSelect: () => void };
}

/** Something that did not work, or did, over the lower edge of the conversation; it goes by itself. */
export function Notice({ text, onClose, kind = "problem", action }: NoticeProps): ReactElement {
  const t = useTexts(texts);
  const hasAction = action !== undefined;
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => close.current(), hasAction ? actionMs : shownMs);
    return () => clearTimeout(timer);
  }, [text, hasAction]);
  return (
    <div
      role={kind === "problem" ? "alert" : "status"}
      data-slot="notice"
      className="chat:pointer-events-none chat:absolute chat:inset-x-0 chat:bottom-full chat:z-20 chat:flex chat:justify-center chat:px-4 chat:pb-2"
    >
      {text !== null && (
        <div
          className={`chat:pointer-events-auto chat:flex chat:max-w-full chat:animate-[chat-rise_160ms_ease-out] chat:items-center chat:gap-2 chat:rounded-xl chat:border chat:border-border chat:ps-3 chat:pe-1 chat:text-sm chat:shadow-overlay ${kind === "problem" ? "chat:bg-danger-soft chat:text-danger-text" : "chat:bg-raised"}`}
        >
          {kind === "problem" ? <AlertIcon /> : <CheckIcon />}
          <span className="chat:min-w-0 chat:wrap-anywhere">{text}</span>
          {action && (
            <Button size="sm" variant="ghost" className="chat:text-accent-text" onClick={action.onSelect}>
              {action.label}
            </Button>
          )}
          <IconButton label={t.common.close} icon={<CloseIcon size={14} />} tooltip={false} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
