import type { Meta, StoryObj } from "@storybook/react-vite";
import { IconButton } from "./icon-button.tsx";
import { SearchIcon, TrashIcon } from "./icons.tsx";

const meta: Meta<typeof IconButton> = {
  title: "Primitives/Icon button",
  component: IconButton,
  args: { label: "Search", icon: <SearchIcon /> },
};
export default meta;
type Story = StoryObj<typeof IconButton>;

export const Ghost: Story = {};
export const Primary: Story = { args: { variant: "primary" } };
export const Danger: Story = { args: { variant: "danger", label: "Delete", icon: <TrashIcon /> } };
export const Large: Story = { args: { size: "lg" } };
export const Disabled: Story = { args: { disabled: true } };
