import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { ThemeChoice } from "./theme-choice.tsx";

const meta: Meta<typeof ThemeChoice> = {
  title: "Primitives/Theme choice",
  component: ThemeChoice,
  args: { value: "system", onChange: fn() },
};
export default meta;
type Story = StoryObj<typeof ThemeChoice>;

export const System: Story = {};
export const Dark: Story = { args: { value: "dark" } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
