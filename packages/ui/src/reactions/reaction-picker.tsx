"use client";

import { Suspense, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { SmilePlusIcon } from "../primitives/icons.tsx";
import { Popover } from "../primitives/popover.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";

const texts = { common: commonStrings, reaction: reactionStrings };

// Loaded on first use: it brings a library and its data.
const EmojiPicker = lazyPart(() => import("./emoji-picker.tsx").then((module) => module.EmojiPicker), "first-use");

export interface ReactionPickerProps {
  onPick: (emoji: string) => void;
  emojiDataUrl?: string;
  /** The button's name; "Add reaction" when absent. */
  label?: string;
  /** Controlled when given. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where focus goes when it closes; to the button when absent. */
  focusBack?: (() => void) | undefined;
  className?: string;
  size?: "sm" | "md";
}

/** A button that opens the emoji picker. */
export function ReactionPicker({
  onPick,
  emojiDataUrl,
  label,
  onOpenChange,
  focusBack,
  className,
  size = "sm",
  ...rest
}: ReactionPickerProps): ReactElement {
  const t = useTexts(texts);
  const [held, setHeld] = useState(false);
  const open = rest.open ?? held;
  const change = (next: boolean) => {
    setHeld(next);
    onOpenChange?.(next);
  };
  return (
    <Popover
      open={open}
      onOpenChange={change}
      label={t.reaction.picker}
      side="top"
      align="end"
      focusBack={focusBack}
      trigger={<IconButton size={size} label={label ?? t.reaction.add} icon={<SmilePlusIcon />} className={className} />}
    >
      <EmojiPanel
        emojiDataUrl={emojiDataUrl}
        onPick={(emoji) => {
          change(false);
          onPick(emoji);
        }}
      />
    </Popover>
  );
}

export interface EmojiPanelProps {
  onPick: (emoji: string) => void;
  emojiDataUrl?: string | undefined;
}

/** The emoji picker as what opens it holds it: its place is kept while it loads. */
export function EmojiPanel({ onPick, emojiDataUrl }: EmojiPanelProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Suspense
      fallback={
        <div className="chat:flex chat:h-88 chat:w-72 chat:items-center chat:justify-center">
          <Spinner label={t.common.loading} />
        </div>
      }
    >
      <EmojiPicker {...(emojiDataUrl ? { dataUrl: emojiDataUrl } : {})} onPick={onPick} />
    </Suspense>
  );
}
