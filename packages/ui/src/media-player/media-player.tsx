"use client";

import { useRef, useState, useSyncExternalStore, type KeyboardEvent, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { mediaStrings } from "../catalogue/media-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { AlertIcon } from "../primitives/icons.tsx";
import { ExpandIcon, PauseIcon, PlayIcon, RetryIcon, ShrinkIcon, SilentIcon, SoundIcon } from "../primitives/media-icons.tsx";
import { classNames } from "../styles/class-names.ts";
import { clockTime } from "./clock-time.ts";
import { Player } from "./player.ts";
import { SeekBar } from "./seek-bar.tsx";
import { useFullScreen } from "./use-full-screen.ts";

const texts = { media: mediaStrings };

export interface MediaPlayerProps {
  look: "audio" | "video" | "voice";
  src: string;
  /** The file's name; for a voice message, who speaks. */
  title: string;
  /** Milliseconds, where it is known before the file is. */
  durationMs?: number;
  /** For a voice message: 0 to 1. */
  waveform?: readonly number[];
  /** For a video, so that nothing moves when it has loaded. */
  width?: number;
  height?: number;
  poster?: string;
  /** A WebVTT file of what is said. */
  captionsUrl?: string;
  className?: string;
}

const RATES = [1, 1.5, 2];
const SKIP_MS = 5_000;

/**
 * Plays sound and pictures by the browser's own element, under controls of one look. One plays at a time on a page. Keys while focus is
 * inside: Space or K play and pause, ← → five seconds, M mute, F full screen.
 */
export function MediaPlayer(props: MediaPlayerProps): ReactElement {
  const { look, src, title, durationMs = 0, waveform, width, height, poster, captionsUrl, className = "" } = props;
  const t = useTexts(texts);
  const [player] = useState(() => new Player(durationMs));
  const state = useSyncExternalStore(player.subscribe, player.state, player.state);
  const box = useRef<HTMLDivElement>(null);
  const label = look === "voice" ? t.media.voice(title) : t.media[look](title);
  const fullScreen = useFullScreen(box);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onSlider = event.target instanceof HTMLInputElement;
    const onButton = event.target instanceof HTMLButtonElement;
    const act = {
      " ": !onButton && player.toggle,
      k: player.toggle,
      ArrowLeft: !onSlider && (() => player.skip(-SKIP_MS)),
      ArrowRight: !onSlider && (() => player.skip(SKIP_MS)),
      m: look !== "voice" && player.toggleMuted,
      f: look === "video" && fullScreen.toggle,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const playButton = (
    <IconButton
      label={state.hasFailed ? t.media.retry : state.isPlaying ? t.media.pause : t.media.play}
      tooltip={false}
      variant={look === "voice" ? "primary" : "ghost"}
      icon={state.hasFailed ? <RetryIcon size={16} /> : state.isPlaying ? <PauseIcon size={16} /> : <PlayIcon size={16} />}
      className={look === "voice" ? "chat:rounded-full!" : ""}
      onClick={player.toggle}
    />
  );
  const time = (
    <span aria-hidden className="chat:shrink-0 chat:text-xs chat:text-muted chat:tabular-nums" dir="ltr">
      {state.isPlaying || state.atMs > 0 ? `${clockTime(state.atMs)} / ` : ""}
      {clockTime(state.durationMs)}
    </span>
  );
  const failure = (
    <p className="chat:flex chat:h-7 chat:items-center chat:gap-2 chat:text-xs chat:text-danger-text" role="status">
      <AlertIcon size={14} />
      {t.media.failed}
    </p>
  );
  const controls = (
    <>
      <SeekBar
        atMs={state.atMs}
        durationMs={state.durationMs}
        onSeek={player.seek}
        waveform={look === "voice" ? waveform : undefined}
      />
      {time}
      {look === "voice" && <RateButton rate={state.rate} onChange={player.setRate} />}
      {look !== "voice" && (
        <IconButton
          size="sm"
          tooltip={false}
          label={state.isMuted ? t.media.unmute : t.media.mute}
          icon={state.isMuted ? <SilentIcon /> : <SoundIcon />}
          onClick={player.toggleMuted}
        />
      )}
      {look === "video" && fullScreen.isPossible && (
        <IconButton
          size="sm"
          tooltip={false}
          label={fullScreen.isFull ? t.media.leaveFullScreen : t.media.fullScreen}
          icon={fullScreen.isFull ? <ShrinkIcon /> : <ExpandIcon />}
          onClick={fullScreen.toggle}
        />
      )}
    </>
  );
  const frame = "chat:w-full chat:rounded-xl chat:border chat:border-border chat:bg-surface";
  return (
    <div
      ref={box}
      role="group"
      aria-label={label}
      data-slot="media-player"
      data-look={look}
      data-state={state.hasFailed ? "failed" : state.isPlaying ? "playing" : "paused"}
      className={`${frame} ${look === "video" ? "chat:flex chat:max-w-lg chat:flex-col chat:overflow-hidden" : "chat:max-w-sm chat:px-2 chat:py-1.5"} ${className}`}
      onKeyDown={onKeyDown}
    >
      {look === "video" ? (
        <video
          ref={player.attach}
          src={src}
          poster={poster}
          preload="metadata"
          playsInline
          onClick={player.toggle}
          style={fullScreen.isFull ? {} : { aspectRatio: width && height ? `${width} / ${height}` : "16 / 9" }}
          className="chat:min-h-0 chat:w-full chat:flex-1 chat:bg-active chat:object-contain"
        >
          <track kind="captions" src={captionsUrl} default />
        </video>
      ) : (
        <audio ref={player.attach} src={src} preload="metadata">
          <track kind="captions" src={captionsUrl} />
        </audio>
      )}
      {look === "audio" && <bdi className="chat:block chat:truncate chat:px-1 chat:text-sm chat:font-medium">{title}</bdi>}
      <div
        className={classNames("chat:flex chat:min-w-0 chat:items-center chat:gap-2", look === "video" && "chat:px-2 chat:py-1")}
      >
        {playButton}
        {state.hasFailed ? failure : controls}
      </div>
    </div>
  );
}

function RateButton({ rate, onChange }: { rate: number; onChange: (rate: number) => void }) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const text = `${rate.toLocaleString(locale)}×`;
  return (
    <button
      type="button"
      aria-label={t.media.speed(text)}
      onClick={() => onChange(RATES[(RATES.indexOf(rate) + 1) % RATES.length] ?? 1)}
      className="chat:h-6 chat:min-w-9 chat:rounded-md chat:px-1 chat:text-xs chat:font-semibold chat:text-muted chat:hover:bg-hover"
    >
      {text}
    </button>
  );
}
