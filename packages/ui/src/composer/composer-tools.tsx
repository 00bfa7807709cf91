"use client";

import type { ReactElement, ReactNode } from "react";
import { useCatalogue } from "../catalogue/catalogue-provider.tsx";
import { IconButton } from "../primitives/icon-button.tsx";
import { CheckIcon, SendIcon } from "../primitives/icons.tsx";
import { ReactionPicker } from "../reactions/reaction-picker.tsx";
import { classNames } from "../styles/class-names.ts";

export interface ComposerToolsProps {
  extra: ReactNode;
  isEditing: boolean;
  canSend: boolean;
  /** Seconds until the next message is taken; they stand in the send button. */
  seconds: number;
  onEmoji: (emoji: string) => void;
  /** The picker closed: focus belongs to the text again. */
  onEmojiClose: () => void;
  onSend: () => void;
  emojiDataUrl?: string | undefined;
}

/** What stands at the end of the text: the product's slot, emoji, send. */
export function ComposerTools({
  extra,
  isEditing,
  canSend,
  seconds,
  onEmoji,
  onEmojiClose,
  onSend,
  emojiDataUrl,
}: ComposerToolsProps): ReactElement {
  const t = useCatalogue();
  const label = isEditing ? t.composer.save : seconds > 0 ? t.composer.waitSeconds(seconds) : t.composer.send;
  return (
    <div className="chat:flex chat:h-11 chat:shrink-0 chat:items-center chat:gap-1 chat:pe-1.5">
      {extra}
      <ReactionPicker
        size="md"
        label={t.composer.emoji}
        onPick={onEmoji}
        focusBack={onEmojiClose}
        {...(emojiDataUrl === undefined ? {} : { emojiDataUrl })}
      />
      <IconButton
        label={label}
        icon={
          seconds > 0 ? (
            <span className="chat:text-xs chat:font-semibold chat:tabular-nums">{seconds}</span>
          ) : isEditing ? (
            <CheckIcon size={18} />
          ) : (
            <SendIcon size={18} />
          )
        }
        variant={canSend ? "primary" : "ghost"}
        disabled={!canSend}
        data-slot="composer-send"
        onClick={onSend}
        className={classNames("chat:rounded-full!", seconds > 0 && "chat:disabled:opacity-100")}
      />
    </div>
  );
}
