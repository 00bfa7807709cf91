import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { makeEntry } from "../fixtures/make-entry.ts";
import { hardwareId } from "../fixtures/make-message.ts";
import { freya, longName, mateo } from "../fixtures/people.ts";
import { entryOf, linhId, networkId } from "../fixtures/rooms.ts";
import { ChannelHeader } from "./channel-header.tsx";

const meta: Meta<typeof ChannelHeader> = {
  title: "Lists/Channel header",
  component: ChannelHeader,
  parameters: { root: "full", ...inFrame },
  args: {
    entry: entryOf(hardwareId),
    onToggleDetails: fn(),
    onSetMuted: fn(),
    onSetPinned: fn(),
    onMarkUnread: fn(),
    onLeave: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof ChannelHeader>;

export const Group: Story = {};
export const Direct: Story = { args: { entry: entryOf(linhId) } };
export const Muted: Story = { args: { entry: entryOf(networkId) } };
export const OneTypes: Story = { args: { typing: [freya] } };
export const SeveralType: Story = { args: { typing: [freya, mateo, longName] } };
export const DetailsOpen: Story = { args: { isDetailsOpen: true } };
export const Menu: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "More" }));
    await screen.findByRole("menu");
  },
};
export const LongName: Story = {
  args: { entry: makeEntry({ channel: { id: hardwareId, name: `${longName.name} and friends` } }) },
};
export const Phone: Story = {
  tags: ["phone"],
  globals: { viewport: { value: "phone" } },
  args: { onBack: fn(), entry: makeEntry({ channel: { id: hardwareId, name: `${longName.name} and friends` } }) },
};
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { onBack: fn() } };
