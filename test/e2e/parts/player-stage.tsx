import { ChatRoot, MediaPlayer } from "@chat/ui";

const waveform = Array.from({ length: 64 }, (_, at) => Math.abs(Math.sin(at / 3)) * (0.4 + (at % 5) / 8));

/** Two of each look; the sound is a tone of four seconds that the page makes itself. */
export function PlayerStage() {
  const src = URL.createObjectURL(tone(4));
  return (
    <ChatRoot style={{ height: "100%", padding: 16, display: "grid", gap: 12, alignContent: "start" }}>
      <MediaPlayer look="voice" src={src} title="Ann" durationMs={4_000} waveform={waveform} />
      <MediaPlayer look="audio" src={src} title="Song.wav" durationMs={4_000} />
      <MediaPlayer look="video" src={src} title="Clip.mp4" width={640} height={360} />
      <MediaPlayer look="audio" src="/nothing.wav" title="Broken.wav" />
    </ChatRoot>
  );
}

function tone(seconds: number): Blob {
  const rate = 8_000;
  const samples = new Int16Array(rate * seconds).map((_, at) => Math.sin((at / rate) * 2 * Math.PI * 440) * 8_000);
  const head = new DataView(new ArrayBuffer(44));
  const text = (at: number, value: string) => new TextEncoder().encode(value).forEach((byte, by) => head.setUint8(at + by, byte));
  text(0, "RIFF");
  head.setUint32(4, 36 + samples.byteLength, true);
  text(8, "WAVEfmt ");
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  text(36, "data");
  head.setUint32(40, samples.byteLength, true);
  return new Blob([head, samples], { type: "audio/wav" });
}
