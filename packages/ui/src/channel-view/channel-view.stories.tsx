import type { Meta, StoryObj } from "@storybook/react-vite";
import { ChatProvider } from "@chat/client/react";
import { expect, fn, screen, userEvent, waitFor, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { arabicParent, arabicRooms, arabicThread } from "../fixtures/arabic.ts";
import { hardwareId } from "../fixtures/make-message.ts";
import { ago } from "../fixtures/moments.ts";
import { freya, linh } from "../fixtures/people.ts";
import { linhId, releaseId, rooms, threadParent, type Room } from "../fixtures/rooms.ts";
import type { ServerOptions } from "../fixtures/server/serve-in-memory.ts";
import { WithClient } from "../fixtures/with-client.tsx";
import { createDraftStore } from "../composer/draft-store.ts";
import { ThreadView } from "../thread-view/thread-view.tsx";
import { ChannelDetails } from "./channel-details.tsx";
import { ChannelView, type ChannelViewProps } from "./channel-view.tsx";

type Args = Partial<ChannelViewProps> & { server?: ServerOptions };

const drafts = createDraftStore("stories");
const change = (over: (room: Room) => Room) => [over(rooms[0] as Room), ...rooms.slice(1)];
const safe = ["threads", "groups", "blocks", "reports"];
const messages = async () => void (await screen.findAllByRole("article"));

const meta: Meta<Args> = {
  title: "Screens/Channel view",
  tags: ["!autodocs"],
  parameters: { root: "full", ...inFrame },
  render: ({ server = {}, channelId = hardwareId, ...args }) => (
    <WithClient server={server}>
      {(client) => (
        <ChatProvider client={client}>
          <div style={{ display: "flex", flex: 1, minHeight: 0 }}>
            <ChannelView
              key={channelId}
              drafts={drafts}
              onThreadChange={fn()}
              onDetailsChange={fn()}
              {...args}
              channelId={channelId}
            />
          </div>
        </ChatProvider>
      )}
    </WithClient>
  ),
};
export default meta;
type Story = StoryObj<Args>;

export const Group: Story = { play: messages };
export const Direct: Story = { args: { channelId: linhId }, play: messages };
export const WithThread: Story = { args: { threadOf: threadParent.id }, play: messages };
export const WithDetails: Story = { args: { isDetailsOpen: true }, play: messages };
export const SomebodyTypes: Story = {
  args: { channelId: releaseId, server: { typing: { [releaseId]: freya } } },
  play: messages,
};
export const Empty: Story = {
  args: {
    server: {
      rooms: change(({ entry, members }) => ({
        entry: { ...entry, lastMessage: null, head: { ...entry.head, seq: 0, messageCount: 0 } },
        members,
        messages: [],
      })),
    },
  },
};
export const Loading: Story = { args: { server: { silent: ["message.list"] } } };
export const Archived: Story = {
  args: {
    server: {
      rooms: change((room) => ({ ...room, entry: { ...room.entry, channel: { ...room.entry.channel, archivedAt: ago(60) } } })),
    },
  },
  play: messages,
};
export const NotMember: Story = {
  args: { server: { rooms: change((room) => ({ ...room, entry: { ...room.entry, me: null } })) } },
};
export const Missing: Story = { args: { channelId: "0199b2c4-0000-7000-8001-0000000000ff", onGone: fn() } };
/** Nothing passes between the two; what was said stays to be read. */
export const DirectBlocked: Story = {
  args: { channelId: linhId, server: { capabilities: safe, blocked: [linh] } },
  play: async () => void (await screen.findByRole("button", { name: "Unblock" })),
};
/** Their messages are folded, and named by nobody's words. */
export const GroupWithBlocked: Story = {
  args: { server: { capabilities: safe, blocked: [freya] } },
  play: async () => void (await screen.findAllByText("Message of a blocked person")),
};
export const Refused: Story = { args: { server: { refused: { "message.send": "MUTED" } } }, play: messages };
const select = async () => {
  const [first] = await screen.findAllByRole("article");
  first?.focus();
  await userEvent.keyboard("x");
};
/** What can be done with several messages stands in the composer's place. */
export const Selecting: Story = {
  play: async () => {
    await select();
    await screen.findByRole("toolbar", { name: "Selected messages" });
  },
};
export const ForwardingSelected: Story = {
  play: async () => {
    await select();
    await userEvent.click(await screen.findByRole("button", { name: "Forward" }));
    await screen.findByRole("dialog");
  },
};
export const Leaving: Story = {
  args: { channelId: releaseId },
  play: async ({ canvas }) => {
    await messages();
    await userEvent.click(canvas.getByRole("button", { name: "More" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Leave group" }));
    await screen.findByRole("alertdialog");
  },
};
export const Phone: Story = {
  tags: ["phone"],
  globals: { viewport: { value: "phone" } },
  args: { onBack: fn(), layout: "bubbles" },
  play: messages,
};
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { server: { rooms: arabicRooms } }, play: messages };

export const RightToLeftThread: Story = {
  globals: { dir: "rtl" },
  args: { threadOf: arabicParent.id, server: { rooms: [...arabicRooms, arabicThread] } },
  play: async () => void (await screen.findByText("1.0، من المستودع العالمي")),
};

export const ThreadAlone: Story = {
  render: ({ server = {} }) => (
    <WithClient server={server}>
      {(client) => (
        <ChatProvider client={client}>
          <ThreadView messageId={threadParent.id} drafts={drafts} onClose={fn()} />
        </ChatProvider>
      )}
    </WithClient>
  ),
};
export const ThreadLoading: Story = {
  ...ThreadAlone,
  args: { server: { silent: ["channel.openThread", "channel.listThreads"] } },
};
export const ThreadGone: Story = {
  ...ThreadAlone,
  args: { server: { capabilities: [], refused: { "channel.openThread": "NOT_FOUND" } } },
};
export const DetailsAlone: Story = {
  render: ({ server = {} }) => (
    <WithClient server={server}>
      {(client) => (
        <ChatProvider client={client}>
          <ChannelDetails channelId={hardwareId} onClose={fn()} />
        </ChatProvider>
      )}
    </WithClient>
  ),
};

/** A member is reported and blocked from the list, and the block ended the same way. */
export const MemberSafety: Story = {
  ...DetailsAlone,
  args: { server: { capabilities: safe } },
  play: async ({ canvas }) => {
    const choose = async (name: string) => {
      await userEvent.click(await canvas.findByRole("button", { name: "Actions for Freya Lindqvist" }));
      await userEvent.click(await screen.findByRole("menuitem", { name }));
    };
    await choose("Report");
    const report = within(await screen.findByRole("dialog", { name: "Report Freya Lindqvist" }));
    await userEvent.click(report.getByRole("button", { name: "Cancel" }));
    await choose("Block");
    await userEvent.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Block" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    await choose("Unblock");
    await screen.findByText("Unblock Freya Lindqvist?");
  },
};
