import type { Meta, StoryObj } from "@storybook/react-vite";
import { screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { Button } from "./button.tsx";
import { Popover } from "./popover.tsx";

const meta: Meta<typeof Popover> = {
  title: "Primitives/Popover",
  component: Popover,
  parameters: inFrame,
  args: {
    label: "About this room",
    align: "start",
    trigger: <Button>About</Button>,
    children: <p style={{ padding: 16, maxWidth: 240 }}>Everyone in the order sees what is written here.</p>,
  },
};
export default meta;
type Story = StoryObj<typeof Popover>;

export const Closed: Story = {};
export const Open: Story = { args: { open: true }, play: async () => void (await screen.findByRole("dialog")) };
