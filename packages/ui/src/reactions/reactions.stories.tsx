import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, userEvent, within } from "storybook/test";
import { ada, everyone, freya, mateo, me, nameOf } from "../fixtures/people.ts";
import { Reactions } from "./reactions.tsx";

const meta: Meta<typeof Reactions> = {
  title: "Conversation/Reactions",
  component: Reactions,
  args: {
    me: me.id,
    mine: ["👍"],
    nameOf,
    onToggle: fn(),
    loadReactors: async () => everyone,
    reactions: [
      { emoji: "👍", count: 3, first: [ada.id, freya.id, mateo.id] },
      { emoji: "🙏", count: 1, first: [freya.id] },
    ],
  },
};
export default meta;
type Story = StoryObj<typeof Reactions>;

export const Some: Story = {};
export const WhoReacted: Story = {
  decorators: (Story) => (
    <div style={{ paddingTop: 56 }}>
      <Story />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await within(canvasElement).findByRole("tooltip");
  },
};
/** Without `onToggle`: to look at. */
export const Fixed: Story = { args: { onToggle: undefined } };
export const Many: Story = {
  args: {
    reactions: "👍 🎉 🙏 👀 🔥 😂 🥳 😅 🤔 💯 🚀 ✅"
      .split(" ")
      .map((emoji, at) => ({ emoji, count: 1 + at * 37, first: [freya.id] })),
  },
};
