import type { Meta, StoryObj } from "@storybook/react-vite";
import { Button } from "./button.tsx";
import { UserPlusIcon } from "./icons.tsx";

const meta: Meta<typeof Button> = { title: "Primitives/Button", component: Button, args: { children: "Add people" } };
export default meta;
type Story = StoryObj<typeof Button>;

export const Secondary: Story = {};
export const Primary: Story = { args: { variant: "primary" } };
export const Ghost: Story = { args: { variant: "ghost" } };
export const Danger: Story = { args: { variant: "danger", children: "Delete message" } };
export const Small: Story = { args: { size: "sm", variant: "primary" } };
export const WithIcon: Story = { args: { icon: <UserPlusIcon /> } };
export const Pending: Story = { args: { variant: "primary", pending: true } };
export const Disabled: Story = { args: { variant: "primary", disabled: true } };
