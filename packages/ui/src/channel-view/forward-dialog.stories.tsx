import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { arabicRooms } from "../fixtures/arabic.ts";
import { makeEntry } from "../fixtures/make-entry.ts";
import { linh, longName, unbroken } from "../fixtures/people.ts";
import { rooms } from "../fixtures/rooms.ts";
import { ForwardDialog } from "./forward-dialog.tsx";

const shown = async () => within(await screen.findByRole("dialog"));
const searched = async () => {
  const dialog = await shown();
  await userEvent.type(dialog.getByRole("searchbox"), "printers in space");
  return dialog;
};

const meta: Meta<typeof ForwardDialog> = {
  title: "Dialogs/Forward",
  component: ForwardDialog,
  parameters: inFrame,
  args: { open: true, onOpenChange: fn(), count: 1, channels: rooms.map(({ entry }) => entry), onPick: fn() },
  play: async () => void (await shown()),
};
export default meta;
type Story = StoryObj<typeof ForwardDialog>;

export const One: Story = {};
export const Several: Story = { args: { count: 12, hasMore: true, onLoadMore: fn() } };
/** Nothing is offered that would be refused. */
export const WithBlocked: Story = { args: { blocked: new Set([linh.id]) } };
export const NothingFound: Story = {
  play: async () => void (await (await searched()).findByText("No conversation by that name")),
};
/** Others may be called so that are not loaded yet. */
export const Searching: Story = {
  args: { hasMore: true, onLoadMore: fn() },
  play: async () => void (await (await searched()).findByText("Loading conversations")),
};
export const Failed: Story = {
  args: { hasMore: true, hasFailed: true, onLoadMore: fn() },
  play: async () => void (await (await searched()).findByText("Could not load your conversations")),
};
export const Nowhere: Story = { args: { channels: [] } };
export const LongNames: Story = {
  args: {
    channels: [
      makeEntry({ channel: { id: "1" }, peer: longName }),
      makeEntry({ channel: { id: "2", name: unbroken.name } }),
      makeEntry({
        channel: { id: "3", name: "Everything about two monitors at one card of two heads, and about the driver for it" },
      }),
    ],
  },
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { channels: arabicRooms.map(({ entry }) => entry) } };
