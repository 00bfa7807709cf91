import { pagePool, type PlayingPool } from "./playing-pool.ts";

/** What a player shows. Times are milliseconds. */
export interface PlayerState {
  isPlaying: boolean;
  isMuted: boolean;
  hasFailed: boolean;
  atMs: number;
  /** 0 until it is known. */
  durationMs: number;
  rate: number;
}

const events = [
  "play",
  "pause",
  "ended",
  "timeupdate",
  "durationchange",
  "volumechange",
  "ratechange",
  "seeked",
  "error",
  "emptied",
] as const;

/** Drives one media element; React only observes what it tells. */
export class Player {
  #media: HTMLMediaElement | null = null;
  #leave: AbortController | null = null;
  #state: PlayerState;
  readonly #listeners = new Set<() => void>();
  readonly #pool: PlayingPool;

  constructor(durationMs: number, pool: PlayingPool = pagePool) {
    this.#pool = pool;
    this.#state = { isPlaying: false, isMuted: false, hasFailed: false, atMs: 0, durationMs, rate: 1 };
  }

  readonly state = (): PlayerState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes an element over, or lets it go (null). */
  readonly attach = (media: HTMLMediaElement | null): void => {
    this.#leave?.abort();
    if (this.#media) this.#pool.end(this.#media);
    this.#media = media;
    if (!media) return;
    this.#leave = new AbortController();
    for (const name of events) media.addEventListener(name, () => this.#read(name), { signal: this.#leave.signal });
    this.#read("durationchange");
  };

  readonly toggle = (): void => {
    const media = this.#media;
    if (!media) return;
    if (media.error) this.#load(media);
    // A refusal is told by the error event, or is the browser's: it lets nothing play that nobody asked for.
    if (media.paused) void media.play().catch(() => undefined);
    else media.pause();
  };

  readonly seek = (ms: number): void => {
    if (!this.#media) return;
    this.#media.currentTime = Math.min(Math.max(0, ms), this.#state.durationMs) / 1_000;
    this.#read("seeked");
  };

  readonly skip = (ms: number): void => this.seek(this.#state.atMs + ms);

  readonly toggleMuted = (): void => {
    if (this.#media) this.#media.muted = !this.#media.muted;
  };

  readonly setRate = (rate: number): void => {
    if (this.#media) this.#media.playbackRate = rate;
  };

  /** Once more from where it failed. */
  #load(media: HTMLMediaElement): void {
    const { currentTime } = media;
    media.load();
    media.currentTime = currentTime;
  }

  #read(event: (typeof events)[number]): void {
    const media = this.#media;
    if (!media) return;
    if (event === "play") this.#pool.begin(media);
    if (event === "pause" || event === "ended") this.#pool.end(media);
    const known = Number.isFinite(media.duration) && media.duration > 0;
    this.#state = {
      isPlaying: !media.paused && !media.ended,
      isMuted: media.muted,
      hasFailed: media.error !== null,
      atMs: media.currentTime * 1_000,
      durationMs: known ? media.duration * 1_000 : this.#state.durationMs,
      rate: media.playbackRate,
    };
    for (const listener of this.#listeners) listener();
  }
}
