"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { mediaStrings } from "../catalogue/media-strings.ts";
import { clockTime } from "./clock-time.ts";
import { Waveform } from "./waveform.tsx";

const texts = { media: mediaStrings };

export interface SeekBarProps {
  atMs: number;
  durationMs: number;
  onSeek: (ms: number) => void;
  waveform?: readonly number[] | undefined;
}

/** Where it is, and the way to elsewhere: a native slider under what is drawn. */
export function SeekBar({ atMs, durationMs, onSeek, waveform }: SeekBarProps): ReactElement {
  const t = useTexts(texts);
  const played = durationMs > 0 ? atMs / durationMs : 0;
  return (
    <span className="chat:group/seek chat:relative chat:flex chat:h-7 chat:min-w-0 chat:flex-1 chat:items-center" dir="ltr">
      {waveform ? (
        <Waveform bars={waveform} played={played} />
      ) : (
        <span aria-hidden className="chat:h-1 chat:w-full chat:overflow-hidden chat:rounded-full chat:bg-border-strong">
          <span style={{ width: `${played * 100}%` }} className="chat:block chat:h-full chat:bg-accent-text" />
        </span>
      )}
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.round(durationMs))}
        step={1_000}
        value={Math.min(atMs, durationMs)}
        aria-label={t.media.seek}
        aria-valuetext={t.media.position(clockTime(atMs), clockTime(durationMs))}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        className="chat:absolute chat:inset-0 chat:m-0 chat:w-full chat:cursor-pointer chat:opacity-0"
      />
      <span
        aria-hidden
        style={{ insetInlineStart: `calc(${played * 100}% - 5px)` }}
        className="chat:pointer-events-none chat:absolute chat:size-2.5 chat:rounded-full chat:bg-accent-text chat:opacity-0 chat:outline-offset-2 chat:outline-(--chat-ring) chat:group-hover/seek:opacity-100 chat:group-has-[:focus-visible]/seek:opacity-100 chat:group-has-[:focus-visible]/seek:outline-2"
      />
    </span>
  );
}
