import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { SelectionBar } from "./selection-bar.tsx";

const meta: Meta<typeof SelectionBar> = {
  title: "Conversation/Selection bar",
  component: SelectionBar,
  args: { count: 3, onCopy: fn(), onForward: fn(), onDelete: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof SelectionBar>;

export const Some: Story = {};
export const None: Story = { args: { count: 0 } };
/** Messages of others are among them. */
export const CopyOnly: Story = { args: { onForward: undefined, onDelete: undefined } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
