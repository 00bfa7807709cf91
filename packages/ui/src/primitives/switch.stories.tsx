import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { Switch } from "./switch.tsx";

const meta: Meta<typeof Switch> = {
  title: "Primitives/Switch",
  component: Switch,
  args: {
    label: "Mute this conversation",
    description: "It still counts what is unread.",
    checked: false,
    onCheckedChange: fn(),
  },
  decorators: (Story) => (
    <div style={{ maxWidth: 360 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof Switch>;

export const Off: Story = {};
export const On: Story = { args: { checked: true } };
export const Disabled: Story = { args: { disabled: true } };
export const RightToLeft: Story = {
  args: { checked: true, label: "كتم المحادثة", description: "يبقى العدّ ظاهراً" },
  globals: { dir: "rtl" },
};
