import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { longName, unbroken } from "../fixtures/people.ts";
import { Notice } from "./notice.tsx";

const meta: Meta<typeof Notice> = {
  title: "Conversation/Notice",
  component: Notice,
  args: { text: "You are muted here.", onClose: fn() },
  decorators: (Story) => (
    <div style={{ position: "relative", marginTop: 200 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof Notice>;

export const Problem: Story = {};
export const Done: Story = { args: { kind: "done", text: "Forwarded to Release crew" } };
export const WithAction: Story = {
  args: { kind: "done", text: "The message is hidden", action: { label: "Undo", onSelect: fn() } },
};
export const Nothing: Story = { args: { text: null } };
export const Long: Story = {
  args: { text: `2 of 12 not forwarded to ${longName.name}, ${unbroken.name}: Slow mode is on. Wait before the next message.` },
};
export const Phone: Story = { ...Long, tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { text: "لا يمكنك الكتابة هنا." } };
