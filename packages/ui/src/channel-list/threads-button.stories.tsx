import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { ThreadsButton } from "./threads-button.tsx";

const meta: Meta<typeof ThreadsButton> = {
  title: "Lists/Threads button",
  component: ThreadsButton,
  args: { unread: 0, mentions: 0, onClick: fn() },
  decorators: (Story) => (
    <div style={{ maxWidth: 340 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof ThreadsButton>;

export const Read: Story = {};
export const Unread: Story = { args: { unread: 3 } };
export const Mentioned: Story = { args: { unread: 140, mentions: 2 } };
