import { toWaveform, type VoiceRecording } from "./voice-recording.ts";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const EVERY_MS = 50;

export interface Recorder {
  /** Loudness now, 0 to 1. */
  level: () => number;
  stop: () => Promise<VoiceRecording>;
  /** Ends it and keeps nothing. */
  discard: () => void;
}

/** Asks for the microphone and records; rejects where it is refused or missing, or where the browser records nothing. */
export async function recordVoice(): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { noiseSuppression: true, echoCancellation: true } });
  try {
    return recordFrom(stream);
  } catch (error) {
    stopTracks(stream);
    throw error;
  }
}

function recordFrom(stream: MediaStream): Recorder {
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const chunks: Blob[] = [];
  recorder.addEventListener("dataavailable", (event) => chunks.push(event.data));
  // It also stops by itself, where the microphone is taken away: what was spoken until then is kept.
  const stopped = new Promise<number>((resolve) => recorder.addEventListener("stop", () => resolve(performance.now())));
  recorder.start();
  const startedAt = performance.now();
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const level = () => {
    analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };
  const levels: number[] = [];
  const timer = setInterval(() => levels.push(level()), EVERY_MS);
  const end = () => {
    if (recorder.state !== "inactive") recorder.stop();
    clearInterval(timer);
    stopTracks(stream);
    void context.close();
  };
  return {
    level,
    stop: async () => {
      end();
      const durationMs = Math.round((await stopped) - startedAt);
      return { blob: new Blob(chunks, { type: recorder.mimeType }), durationMs, waveform: toWaveform(levels) };
    },
    discard: end,
  };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
