import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { ada, freya, layla, longName, mateo, me, nightowl, omar, unbroken } from "../fixtures/people.ts";
import { manyPeople } from "../fixtures/people-pages.ts";
import { ReactorsDialog } from "./reactors-dialog.tsx";

const shown = async () => within(await screen.findByRole("dialog"));

const meta: Meta<typeof ReactorsDialog> = {
  title: "Dialogs/Who reacted",
  component: ReactorsDialog,
  parameters: inFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    me: me.id,
    reactions: [
      { emoji: "👍", count: 4, first: [ada.id, freya.id, mateo.id, nightowl.id] },
      { emoji: "🎉", count: 2, first: [freya.id, mateo.id] },
    ],
    load: async (emoji) => ({ people: emoji === "👍" ? [ada, freya, mateo, nightowl] : [freya, mateo] }),
  },
  play: async () => void (await (await shown()).findByRole("list")),
};
export default meta;
type Story = StoryObj<typeof ReactorsDialog>;

export const Some: Story = {};
/** The emoji stay in sight over a long list; the next fifty come as it is scrolled. */
export const Many: Story = {
  args: {
    reactions: "👍 🎉 🙏 👀 🔥 😂 🥳 😅 🤔 💯 🚀 ✅".split(" ").map((emoji) => ({ emoji, count: 120, first: [freya.id] })),
    load: () => manyPeople(),
  },
};
export const Loading: Story = {
  args: { load: () => new Promise(() => undefined) },
  play: async () => void (await (await shown()).findByRole("status")),
};
export const Failed: Story = {
  args: { load: () => Promise.reject(new Error("503")) },
  play: async () => void (await (await shown()).findByRole("alert")),
};
export const LongNames: Story = { args: { load: async () => ({ people: [longName, unbroken] }) } };
export const Phone: Story = { ...Many, tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { load: async () => ({ people: [layla, omar, ada] }) } };
