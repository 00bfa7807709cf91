import type { ReactElement } from "react";

/** Loudness over the length of a recording, filled up to where it is played; 0 to 1. */
export function Waveform({ bars, played }: { bars: readonly number[]; played: number }): ReactElement {
  return (
    <span aria-hidden data-slot="waveform" className="chat:flex chat:h-full chat:w-full chat:items-center chat:gap-px">
      {bars.map((bar, at) => (
        <span
          // A waveform never changes, so that a bar is its place.
          key={`${at}:${bar}`}
          style={{ height: `${Math.max(8, bar * 100)}%` }}
          className={`chat:min-w-0 chat:flex-1 chat:rounded-full ${at / bars.length < played ? "chat:bg-accent-text" : "chat:bg-border-strong"}`}
        />
      ))}
    </span>
  );
}
