"use client";

import { Suspense, useState, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CheckIcon, SendIcon } from "../primitives/icons.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";
import { ReactionPicker } from "../reactions/reaction-picker.tsx";
import { classNames } from "../styles/class-names.ts";
import { AttachButton } from "./attach-button.tsx";
import type { VoiceRecording } from "./voice-recording.ts";
import { waitTime } from "./wait-time.ts";

const texts = { composer: composerStrings };

const VoiceButton = lazyPart(() => import("./voice-button.tsx").then((module) => module.VoiceButton), "first-use");

export interface ComposerToolsProps {
  extra: ReactNode;
  isEditing: boolean;
  /** Nothing is written or attached. */
  isEmpty: boolean;
  canSend: boolean;
  /** Seconds until the next message is taken; the time stands in the send button. */
  seconds: number;
  onEmoji: (emoji: string) => void;
  /** The picker closed: focus belongs to the text again. */
  onEmojiClose: () => void;
  onSend: () => void;
  onAttach: ((files: readonly File[]) => void) | undefined;
  accept: string | undefined;
  /** The microphone stands in place of the send button while there is nothing to send, and as long as it records. */
  onVoice: ((recording: VoiceRecording) => void) | undefined;
  emojiDataUrl?: string | undefined;
}

/** What stands at the end of the text: the product's slot, emoji, send. */
export function ComposerTools({
  extra,
  isEditing,
  isEmpty,
  canSend,
  seconds,
  onEmoji,
  onEmojiClose,
  onSend,
  onAttach,
  accept,
  onVoice,
  emojiDataUrl,
}: ComposerToolsProps): ReactElement {
  const t = useTexts(texts);
  const [isRecording, setRecording] = useState(false);
  const wait = t.composer.waitSeconds(seconds);
  // What is shown is part of the name, for people who speak to their device.
  const waitLabel = wait.includes(waitTime(seconds)) ? wait : `${wait}, ${waitTime(seconds)}`;
  const label = isEditing ? t.composer.save : seconds > 0 ? waitLabel : t.composer.send;
  return (
    <div className="chat:flex chat:h-11 chat:shrink-0 chat:items-center chat:gap-1 chat:pe-1.5">
      {extra}
      {onAttach && <AttachButton onAttach={onAttach} accept={accept} />}
      <ReactionPicker
        size="md"
        label={t.composer.emoji}
        onPick={onEmoji}
        focusBack={onEmojiClose}
        {...(emojiDataUrl === undefined ? {} : { emojiDataUrl })}
      />
      {onVoice && (isRecording || (isEmpty && !isEditing && seconds === 0)) ? (
        <Suspense fallback={null}>
          <VoiceButton onVoice={onVoice} onRecording={setRecording} canSend={seconds === 0} />
        </Suspense>
      ) : (
        <IconButton
          label={label}
          icon={
            seconds > 0 ? (
              <span className="chat:text-xs chat:font-semibold chat:tabular-nums">{waitTime(seconds)}</span>
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
      )}
    </div>
  );
}
