import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { arabicTalk } from "../fixtures/arabic.ts";
import { conversation } from "../fixtures/conversation.ts";
import { makeMessage } from "../fixtures/make-message.ts";
import { messageActions } from "../fixtures/message-actions.ts";
import { ago } from "../fixtures/moments.ts";
import { ada, freya, mateo, me, nightowl, personById } from "../fixtures/people.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { MessageList } from "./message-list.tsx";

const last = conversation.length;
const pending = (seq: number, over: Partial<TimelineMessage>) => makeMessage({ seq, author: ada, createdAt: ago(1), ...over });

const meta: Meta<typeof MessageList> = {
  title: "Conversation/Message list",
  component: MessageList,
  parameters: { root: "full", ...inFrame },
  args: {
    messages: conversation,
    me: me.id,
    people: personById,
    actions: messageActions,
    onLoadOlder: fn(),
    onReachBottom: fn(),
    cursors: [
      { userId: freya.id, readSeq: last, deliveredSeq: last },
      { userId: mateo.id, readSeq: 19, deliveredSeq: last },
      { userId: nightowl.id, readSeq: 19, deliveredSeq: last },
    ],
  },
  // The windowed rows are there a few frames after the list.
  play: async () => void (await screen.findAllByRole("article")),
};
export default meta;
type Story = StoryObj<typeof MessageList>;

export const Flat: Story = {};
export const Bubbles: Story = { args: { layout: "bubbles" } };
export const BubblesOfTwo: Story = {
  args: { layout: "bubbles", isDirect: true, messages: conversation.filter(({ author }) => author === ada || author === freya) },
};
export const Empty: Story = { args: { messages: [] }, play: async () => undefined };
export const Loading: Story = { args: { messages: [], isLoading: true }, play: async () => undefined };
export const Failed: Story = { args: { messages: [], error: new Error("503"), onRetryLoad: fn() }, play: async () => undefined };
export const LoadingOlder: Story = {
  args: { messages: conversation.slice(-3), align: "start", hasOlder: true, isLoadingOlder: true },
};
export const Unread: Story = { args: { unreadFromSeq: 20, unreadCount: last - 19, onMarkAllRead: fn() } };
export const Highlighted: Story = { args: { highlightedSeq: 14 } };
export const PendingAndFailed: Story = {
  args: {
    messages: [
      ...conversation.slice(-4),
      pending(last + 1, { text: "glad it works", local: { state: "failed", reason: "UNAVAILABLE" } }),
      pending(last + 2, { text: "i'll put it on the wiki then", local: { state: "sending" } }),
    ],
  },
};
export const TombstonesAndSystemLines: Story = {
  args: {
    messages: [
      makeMessage({
        seq: 1,
        kind: "system",
        text: "",
        author: ada,
        data: { type: "channel.created", value: "Hardware" },
        createdAt: ago(60),
      }),
      makeMessage({
        seq: 2,
        kind: "system",
        text: "",
        author: ada,
        data: { type: "member.added", users: [freya, mateo] },
        createdAt: ago(59),
      }),
      makeMessage({ seq: 3, createdAt: ago(40), text: "", deletedAt: ago(30) }),
      ...conversation.slice(3, 6).map((message) => ({ ...message, seq: message.seq + 3 })),
    ],
  },
};
export const Selecting: Story = {
  args: { selected: new Set(conversation.slice(-4, -2).map(({ id }) => id)), onToggleSelected: fn() },
};
export const Beginning: Story = {
  args: {
    messages: conversation.slice(0, 3),
    align: "start",
    beginning: <p style={{ padding: 16 }}>This is where Hardware begins.</p>,
  },
};
export const Compact: Story = { globals: { density: "compact" } };
export const MoreContrast: Story = { globals: { contrast: "more" } };
export const Dark: Story = { globals: { theme: "dark" } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } }, args: { layout: "bubbles" } };
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { messages: arabicTalk } };
export const RightToLeftBubbles: Story = { globals: { dir: "rtl" }, args: { messages: arabicTalk, layout: "bubbles" } };
