import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { ReactionPicker } from "./reaction-picker.tsx";

const meta: Meta<typeof ReactionPicker> = {
  title: "Conversation/Reaction picker",
  component: ReactionPicker,
  parameters: inFrame,
  args: { onPick: fn() },
  decorators: (Story) => (
    <div style={{ paddingBlockStart: 400, paddingInlineStart: 260 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof ReactionPicker>;

export const Closed: Story = {};
export const Failed: Story = {
  args: { open: true, emojiDataUrl: "data:application/json,no-emoji" },
  play: async () => void (await within(await screen.findByRole("dialog")).findByRole("alert")),
};
export const Open: Story = {
  args: { open: true },
  play: async () => void (await within(await screen.findByRole("dialog")).findAllByRole("gridcell")),
};
