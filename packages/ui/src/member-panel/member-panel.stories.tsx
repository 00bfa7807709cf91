import type { ChannelEntry, MemberRole } from "@chat/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { makeEntry, makeMember } from "../fixtures/make-entry.ts";
import { hardwareId } from "../fixtures/make-message.ts";
import { ago } from "../fixtures/moments.ts";
import { longName, me, unbroken } from "../fixtures/people.ts";
import { entryOf, linhId, rooms } from "../fixtures/rooms.ts";
import { MemberPanel } from "./member-panel.tsx";

const [hardware] = rooms as [(typeof rooms)[number]];
const as = (role: MemberRole): ChannelEntry => ({ ...hardware.entry, me: hardware.entry.me && { ...hardware.entry.me, role } });
/** The members of the group, the reader in this role and somebody else its owner. */
const membersWith = (role: MemberRole) =>
  hardware.members.map((member) => {
    if (member.userId === me.id) return { ...member, role };
    return member.role === "moderator" ? { ...member, role: "owner" as const } : member;
  });
const done = async () => null;

const meta: Meta<typeof MemberPanel> = {
  title: "Lists/Member panel",
  component: MemberPanel,
  parameters: { root: "full", ...inFrame },
  args: {
    entry: as("owner"),
    meId: me.id,
    members: hardware.members,
    onClose: fn(),
    onSearch: fn(),
    onAddPeople: fn(),
    onMessage: fn(),
    onUpdate: fn(done),
    onRemove: fn(done),
    onSetRole: fn(done),
    onTransfer: fn(done),
    onArchive: fn(done),
    onLeave: fn(done),
    onMute: fn(done),
    onUnmute: fn(done),
    onBlock: fn(),
    onReport: fn(),
  },
  decorators: (Story) => (
    <div style={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", flex: 1, minHeight: 0, width: "100%", maxWidth: 360 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof MemberPanel>;

export const ForOwner: Story = {};
export const ForModerator: Story = { args: { entry: as("moderator"), members: membersWith("moderator") } };
export const ForMember: Story = { args: { entry: as("member"), members: membersWith("member") } };
export const Person: Story = { args: { entry: entryOf(linhId), members: [] } };
export const PersonWithOwnFields: Story = {
  args: { entry: entryOf(linhId), members: [], personExtra: <p style={{ padding: "0 16px" }}>Customer since 2019</p> },
};
export const Loading: Story = { args: { members: [], isLoading: true } };
export const Archived: Story = {
  args: { entry: { ...as("owner"), channel: { ...hardware.entry.channel, archivedAt: ago(60) } } },
};
export const Editing: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Edit details" }));
    await canvas.findByRole("button", { name: "Cancel" });
  },
};
export const MemberMenu: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Actions for Freya Lindqvist" }));
    await screen.findByRole("menu");
  },
};
export const MutedMember: Story = {
  args: {
    members: hardware.members.map((member) =>
      member.role === "member" ? { ...member, mute: { reason: "Too loud", until: null } } : member,
    ),
  },
};
export const LongNames: Story = {
  args: {
    entry: makeEntry({
      channel: { id: hardwareId, name: unbroken.name, description: "What works, and how to make the rest work. ".repeat(8) },
      me: { role: "owner" },
    }),
    members: [makeMember(hardwareId, longName, "owner"), makeMember(hardwareId, unbroken)],
  },
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
