/** A voice message, as it was spoken. */
export interface VoiceRecording {
  blob: Blob;
  durationMs: number;
  /** Loudness over its length, 64 values from 0 to 1. */
  waveform: readonly number[];
}

const BARS = 64;

/** So many levels as a waveform has bars: the loudest of each stretch, and the loudest of all is 1. */
export function toWaveform(levels: readonly number[], bars: number = BARS): number[] {
  const peak = Math.max(0.01, ...levels);
  return Array.from({ length: bars }, (_, at) => {
    const from = Math.floor((at * levels.length) / bars);
    const to = Math.max(from + 1, Math.floor(((at + 1) * levels.length) / bars));
    const loudest = Math.max(0, ...levels.slice(from, to));
    return Math.round((loudest / peak) * 100) / 100;
  });
}
