import type { Meta, StoryObj } from "@storybook/react-vite";
import { freya, longName, mateo, nightowl, unbroken } from "../fixtures/people.ts";
import { TypingIndicator } from "./typing-indicator.tsx";

const meta: Meta<typeof TypingIndicator> = {
  title: "Conversation/Typing indicator",
  component: TypingIndicator,
  args: { users: [freya] },
};
export default meta;
type Story = StoryObj<typeof TypingIndicator>;

export const One: Story = {};
export const Two: Story = { args: { users: [freya, mateo] } };
export const Several: Story = { args: { users: [freya, mateo, nightowl] } };
/** Keeps its height, so that nothing moves. */
export const Nobody: Story = { args: { users: [] } };
export const LongNames: Story = { args: { users: [longName, unbroken] } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
