import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { Button } from "./button.tsx";
import { CopyIcon, EditIcon, ReplyIcon, TrashIcon } from "./icons.tsx";
import { Menu } from "./menu.tsx";

const meta: Meta<typeof Menu> = {
  title: "Primitives/Menu",
  component: Menu,
  parameters: inFrame,
  args: {
    label: "Message actions",
    align: "start",
    trigger: <Button>Actions</Button>,
    items: [
      { id: "reply", label: "Reply", icon: <ReplyIcon />, shortcut: "R", onSelect: fn() },
      { id: "edit", label: "Edit", icon: <EditIcon />, shortcut: "E", onSelect: fn() },
      { id: "copy", label: "Copy text", icon: <CopyIcon />, disabled: true, onSelect: fn() },
      { id: "delete", label: "Delete", icon: <TrashIcon />, danger: true, separated: true, onSelect: fn() },
    ],
  },
};
export default meta;
type Story = StoryObj<typeof Menu>;

export const Closed: Story = {};
export const Open: Story = {
  args: { open: true },
  play: async () => void (await screen.findByRole("menu")),
};
export const Choices: Story = {
  args: {
    open: true,
    items: [
      { id: "all", label: "All messages", checked: true, onSelect: fn() },
      { id: "mentions", label: "Mentions only", checked: false, onSelect: fn() },
    ],
  },
  play: async () => void (await screen.findByRole("menu")),
};
export const RightToLeft: Story = { ...Open, globals: { dir: "rtl" } };
