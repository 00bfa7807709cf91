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

/** Asks for the microphone and records; rejects where it is refused or missing. */
export async function recordVoice(): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { noiseSuppression: true, echoCancellation: true } });
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const chunks: Blob[] = [];
  recorder.addEventListener("dataavailable", (event) => chunks.push(event.data));
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
  const startedAt = performance.now();
  recorder.start();
  const end = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  return {
    level,
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener("stop", () => {
          end();
          resolve({
            blob: new Blob(chunks, { type: recorder.mimeType }),
            durationMs: Math.round(performance.now() - startedAt),
            waveform: toWaveform(levels),
          });
        });
        recorder.stop();
      }),
    discard: () => {
      recorder.stop();
      end();
    },
  };
}
