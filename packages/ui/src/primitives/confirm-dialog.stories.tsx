import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

const meta: Meta<typeof ConfirmDialog> = {
  title: "Primitives/Confirm dialog",
  component: ConfirmDialog,
  parameters: inFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    onConfirm: fn(),
    title: "Archive Hardware?",
    body: "Nobody can write in it any more. Its messages stay, and an owner can open it again.",
    confirmLabel: "Archive",
  },
  play: async () => void (await screen.findByRole("alertdialog")),
};
export default meta;
type Story = StoryObj<typeof ConfirmDialog>;

export const Plain: Story = {};
export const Danger: Story = {
  args: { danger: true, title: "Delete message?", body: "It cannot be brought back.", confirmLabel: "Delete" },
};
export const Pending: Story = { args: { pending: true } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
