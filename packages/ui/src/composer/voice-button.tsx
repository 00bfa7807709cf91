"use client";

import { useEffect, useRef, useState, type ReactElement } from "react";
import { createPortal } from "react-dom";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { attachmentStrings } from "../catalogue/attachment-strings.ts";
import { clockTime } from "../media-player/clock-time.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { SendIcon, TrashIcon } from "../primitives/icons.tsx";
import { MicIcon } from "../primitives/media-icons.tsx";
import { recordVoice, type Recorder } from "./record-voice.ts";
import type { VoiceRecording } from "./voice-recording.ts";

const texts = { attachment: attachmentStrings };

type State = "idle" | "asking" | "refused" | { startedAt: number };

export interface VoiceButtonProps {
  onVoice: (recording: VoiceRecording) => void;
  /** A recording has begun, or is over: until then the button must stay, since what is spoken goes with it. */
  onRecording: (isRecording: boolean) => void;
  /** False while nothing can be sent; the recording then waits. */
  canSend: boolean;
}

/** Records a voice message: one press begins, the next sends it or throws it away; Escape throws it away too. */
export function VoiceButton({ onVoice, onRecording, canSend }: VoiceButtonProps): ReactElement {
  const t = useTexts(texts);
  const [state, setState] = useState<State>("idle");
  /** Around the box, which cuts off what stands out of it. */
  const [composer, setComposer] = useState<Element | null>(null);
  const recorder = useRef<Recorder | null>(null);
  const isMounted = useRef(true);
  const isRecording = state === "asking" || typeof state === "object";
  useEffect(() => onRecording(isRecording), [onRecording, isRecording]);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      recorder.current?.discard();
    };
  }, []);

  const begin = async () => {
    setState("asking");
    try {
      const begun = await recordVoice();
      if (!isMounted.current) return begun.discard();
      recorder.current = begun;
      setState({ startedAt: performance.now() });
    } catch {
      setState("refused");
    }
  };
  const discard = () => {
    recorder.current?.discard();
    recorder.current = null;
    setState("idle");
  };
  const send = async () => {
    const ending = recorder.current;
    recorder.current = null;
    setState("idle");
    if (ending) onVoice(await ending.stop());
  };

  if (typeof state === "string") {
    return (
      <>
        <IconButton
          label={t.attachment.record}
          icon={<MicIcon size={18} />}
          disabled={state === "asking"}
          data-slot="composer-voice"
          className="chat:rounded-full!"
          onClick={(event) => {
            setComposer(event.currentTarget.closest('[data-slot="composer"]'));
            void begin();
          }}
        />
        {state === "refused" &&
          composer !== null &&
          createPortal(
            <p
              role="alert"
              className="chat:absolute chat:end-2 chat:bottom-full chat:z-20 chat:mb-2 chat:w-56 chat:rounded-lg chat:bg-danger-soft chat:p-2 chat:text-xs chat:text-danger-text chat:shadow-raised"
            >
              {t.attachment.microphoneRefused}
            </p>,
            composer,
          )}
      </>
    );
  }
  return (
    <span
      role="group"
      aria-label={t.attachment.record}
      data-slot="composer-recording"
      className="chat:flex chat:items-center chat:gap-1"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        discard();
      }}
    >
      <Elapsed since={state.startedAt} level={() => recorder.current?.level() ?? 0} />
      <IconButton label={t.attachment.cancelRecording} icon={<TrashIcon size={18} />} onClick={discard} />
      <IconButton
        autoFocus
        label={t.attachment.sendRecording}
        icon={<SendIcon size={18} />}
        variant="primary"
        disabled={!canSend}
        className="chat:rounded-full!"
        onClick={() => void send()}
      />
    </span>
  );
}

function Elapsed({ since, level }: { since: number; level: () => number }) {
  const t = useTexts(texts);
  const [now, setNow] = useState({ ms: 0, level: 0 });
  const latest = useRef(level);
  useEffect(() => {
    latest.current = level;
  });
  useEffect(() => {
    const timer = setInterval(() => setNow({ ms: performance.now() - since, level: latest.current() }), 100);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <span role="timer" aria-label={t.attachment.recording(clockTime(now.ms))} className="chat:flex chat:items-center chat:gap-2">
      <span
        aria-hidden
        style={{ transform: `scale(${1 + Math.min(1, now.level * 4)})` }}
        className="chat:size-2 chat:rounded-full chat:bg-danger chat:transition-transform"
      />
      <span aria-hidden className="chat:text-sm chat:tabular-nums">
        {clockTime(now.ms)}
      </span>
    </span>
  );
}
