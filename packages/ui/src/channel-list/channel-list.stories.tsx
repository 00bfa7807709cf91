import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, userEvent } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { makeEntry, makeItem } from "../fixtures/make-entry.ts";
import { makeMessage } from "../fixtures/make-message.ts";
import { ago } from "../fixtures/moments.ts";
import { ada, freya, layla, longName, me, omar, unbroken } from "../fixtures/people.ts";
import { networkId, rooms } from "../fixtures/rooms.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { ChannelList } from "./channel-list.tsx";
import { ThreadsButton } from "./threads-button.tsx";

const items = rooms.map(({ entry }) => makeItem(entry));
const [first] = items as [(typeof items)[number]];
const channelId = (number: number) => `0199b2c4-0000-7000-8003-0000000000e${number}`;
const long = (number: number, name: string, text: string, unread: number) =>
  makeItem(
    makeEntry({ channel: { id: channelId(number), name }, last: makeMessage({ author: longName, seq: 2_000, text }), unread }),
  );

const meta: Meta<typeof ChannelList> = {
  title: "Lists/Channel list",
  component: ChannelList,
  parameters: { root: "full", ...inFrame },
  args: {
    items,
    meId: me.id,
    selectedId: first.entry.channel.id,
    onSelect: fn(),
    onNewMessage: fn(),
    onNewGroup: fn(),
    onBrowseGroups: fn(),
    headerStart: <Avatar {...ada} size={32} />,
  },
  decorators: (Story) => (
    <div style={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", flex: 1, minHeight: 0, width: "100%", maxWidth: 360 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof ChannelList>;

export const Conversations: Story = {};
export const Empty: Story = { args: { items: [] } };
export const Loading: Story = { args: { items: [], isLoading: true } };
export const Failed: Story = { args: { items: [], hasFailed: true, onRetry: fn() } };
export const NothingFound: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole("textbox"), "printers in space");
  },
};
/** Others may be called so that are not loaded yet. */
export const Searching: Story = {
  args: { hasMore: true, onLoadMore: fn() },
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole("textbox"), "printers in space");
    await canvas.findByText("Loading conversations");
  },
};
export const SomebodyTypes: Story = {
  args: { items: items.map((item, at) => (at === 2 ? { ...item, typing: [freya] } : item)) },
};
export const Drafts: Story = {
  args: {
    drafts: {
      get: (id) => (id === networkId ? { text: "did you try the mirror?", mentions: [] } : null),
      set: () => undefined,
      subscribe: () => () => undefined,
    },
  },
};
export const WithThreads: Story = { args: { top: <ThreadsButton unread={3} mentions={1} onClick={fn()} /> } };
export const ManyMore: Story = { args: { hasMore: true, onLoadMore: fn() } };
export const LongNames: Story = {
  args: {
    items: [
      long(1, `${longName.name} and friends`, "a very long last message ".repeat(8), 1_240),
      long(2, unbroken.name.repeat(2), unbroken.name.repeat(4), 7),
      makeItem(makeEntry({ channel: { id: channelId(3) }, peer: longName, last: makeMessage({ author: ada, text: "ok" }) })),
    ],
  },
};
export const Dark: Story = { globals: { theme: "dark" } };
export const MoreContrast: Story = { globals: { contrast: "more" } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = {
  globals: { dir: "rtl" },
  args: {
    items: [
      makeItem(
        makeEntry({
          channel: { id: channelId(4), name: "العتاد" },
          last: makeMessage({ author: layla, text: "نجح الأمر، شكراً", createdAt: ago(3) }),
          unread: 1,
        }),
      ),
      makeItem(
        makeEntry({ channel: { id: channelId(5) }, peer: omar, last: makeMessage({ author: omar, text: "جرّب مرة أخرى" }) }),
      ),
      ...items.slice(2, 5),
    ],
  },
};
