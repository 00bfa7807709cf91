import type { Meta, StoryObj } from "@storybook/react-vite";
import { tone, waveform } from "../fixtures/tone.ts";
import { MediaPlayer } from "./media-player.tsx";

const src = tone(4);
const poster = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#39465f"/><rect x="90" y="80" width="210" height="150" rx="8" fill="#9cc3e6"/><rect x="340" y="80" width="210" height="150" rx="8" fill="#9cc3e6"/></svg>',
)}`;

const meta: Meta<typeof MediaPlayer> = {
  title: "Conversation/Media player",
  component: MediaPlayer,
  args: { look: "voice", src, title: "Freya Lindqvist", durationMs: 4_000, waveform },
};
export default meta;
type Story = StoryObj<typeof MediaPlayer>;

export const Voice: Story = {};
export const Audio: Story = { args: { look: "audio", title: "login-sound.wav" } };
export const AudioWithLongName: Story = {
  args: { look: "audio", title: "recording of the fan at full speed after the second upgrade, left channel only.wav" },
};
export const Video: Story = { args: { look: "video", title: "two-monitors.mp4", width: 640, height: 360, poster } };
export const Broken: Story = { args: { look: "audio", src: "data:audio/wav;base64,AAAA", title: "broken.wav" } };
export const BrokenVoice: Story = { args: { src: "data:audio/wav;base64,AAAA" } };
export const BrokenVideo: Story = {
  args: { look: "video", src: "data:video/mp4;base64,AAAA", title: "two-monitors.mp4", width: 640, height: 360, poster },
};
export const Phone: Story = {
  tags: ["phone"],
  globals: { viewport: { value: "phone" } },
  args: { look: "video", title: "two-monitors.mp4", width: 640, height: 360, poster },
};
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { title: "ليلى حسن" } };
