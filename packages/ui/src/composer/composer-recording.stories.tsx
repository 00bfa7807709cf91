import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent } from "storybook/test";
import { replaceMicrophone } from "../fixtures/microphone.ts";
import { Composer } from "./composer.tsx";
import type { DraftStore } from "./draft-store.ts";

const nothingKept: DraftStore = { get: () => null, set: () => undefined, subscribe: () => () => undefined };
const record = async () => {
  await userEvent.click(await screen.findByRole("button", { name: "Record a voice message" }));
};

const meta: Meta<typeof Composer> = {
  title: "Composer/Recording",
  component: Composer,
  args: { channelId: "hardware", title: "Hardware", drafts: nothingKept, onSend: fn(), onVoice: fn(), onAttach: fn() },
  beforeEach: () => replaceMicrophone("silent"),
  decorators: (Story) => (
    <div style={{ maxWidth: 760, paddingTop: 96 }}>
      <Story />
    </div>
  ),
  play: async () => {
    await record();
    await screen.findByRole("timer");
  },
};
export default meta;
type Story = StoryObj<typeof Composer>;

export const Running: Story = {};
export const Refused: Story = {
  beforeEach: () => replaceMicrophone("refused"),
  play: async () => {
    await record();
    await screen.findByRole("alert");
  },
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
