import type { Meta, StoryObj } from "@storybook/react-vite";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { AlertIcon, MessageIcon } from "./icons.tsx";

const meta: Meta<typeof EmptyState> = {
  title: "Primitives/Empty state",
  component: EmptyState,
  args: { icon: <MessageIcon size={20} />, title: "No messages yet", description: "Say hello." },
};
export default meta;
type Story = StoryObj<typeof EmptyState>;

export const Plain: Story = {};
export const WithAction: Story = { args: { action: <Button variant="primary">New message</Button> } };
export const Failed: Story = {
  args: {
    icon: <AlertIcon size={20} />,
    title: "Messages could not be loaded",
    description: undefined,
    action: <Button>Try again</Button>,
  },
};
