import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { makeMessage } from "../fixtures/make-message.ts";
import { ada, everyone, longName } from "../fixtures/people.ts";
import { photo, trayOf } from "../fixtures/tray.ts";
import { Button } from "../primitives/button.tsx";
import { Composer } from "./composer.tsx";
import type { DraftStore } from "./draft-store.ts";

const nothingKept: DraftStore = { get: () => null, set: () => undefined, subscribe: () => () => undefined };
const kept = (text: string): DraftStore => ({ ...nothingKept, get: () => ({ text, mentions: [] }) });

const meta: Meta<typeof Composer> = {
  title: "Composer/Composer",
  component: Composer,
  parameters: inFrame,
  args: {
    channelId: "hardware",
    title: "Hardware",
    drafts: nothingKept,
    onSend: fn(),
    onTyping: fn(),
    searchMentions: (query: string) => everyone.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
  },
  decorators: (Story) => (
    <div style={{ display: "flex", flexDirection: "column", justifyContent: "end", minHeight: 380, maxWidth: 760 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof Composer>;

const all = { onAttach: fn(), onRemoveAttachment: fn(), onRetryAttachment: fn(), onVoice: fn() };

export const Empty: Story = {};
/** With everything that a host can offer. */
export const Everything: Story = {
  args: all,
  play: async ({ canvas }) => void (await canvas.findByRole("button", { name: "Record a voice message" })),
};
export const Draft: Story = {
  args: { drafts: kept("just do a reconfig of the xorg package and it will **autodetect** the id") },
};
export const ManyLines: Story = {
  args: { drafts: kept(Array.from({ length: 30 }, (_, line) => `line ${line + 1}`).join("\n")) },
};
export const Replying: Story = { args: { replyTo: makeMessage(), onCancelReply: fn() } };
export const ReplyingToLong: Story = {
  args: {
    replyTo: makeMessage({
      author: longName,
      text: "is it easy enough to setup 2 gfx cards to work on 2 different monitors? ".repeat(4),
    }),
    onCancelReply: fn(),
  },
};
export const Editing: Story = {
  args: { editing: makeMessage({ author: ada, text: "that's equiv. to `PCI:4:0:0` i think" }), onEdit: fn(), onCancelEdit: fn() },
};
export const Attachments: Story = { args: { ...all, attachments: trayOf } };
export const OnePicture: Story = { args: { ...all, attachments: [photo], drafts: kept("this one works") } };
/** Slow mode, or too many messages at once: it says when it goes on. */
export const Waiting: Story = { args: { waitUntil: Date.now() + 3_600_000, drafts: kept("one more thing") } };
export const TooLong: Story = { args: { drafts: kept("word ".repeat(2_004)) } };
export const Mentioning: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole("textbox"), "@");
    await screen.findByRole("listbox");
  },
};
export const EmojiByName: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole("textbox"), ":tad");
    await screen.findByRole("listbox", undefined, { timeout: 5_000 });
  },
};
export const Archived: Story = { args: { block: "archived" } };
export const Frozen: Story = { args: { block: "frozen" } };
export const Muted: Story = { args: { block: "muted" } };
export const PeerGone: Story = { args: { block: "peerGone" } };
export const NotMember: Story = {
  args: {
    block: "notMember",
    blockAction: (
      <Button size="sm" variant="primary">
        Join
      </Button>
    ),
  },
};
/** The product's own fields of a message, beside the text. */
export const OwnFields: Story = {
  args: {
    renderExtra: ({ custom, setCustom }) => (
      <Button
        size="sm"
        variant={custom["urgent"] ? "danger" : "ghost"}
        onClick={() => setCustom(custom["urgent"] ? null : { urgent: true })}
      >
        Urgent
      </Button>
    ),
  },
};
export const Phone: Story = {
  tags: ["phone"],
  globals: { viewport: { value: "phone" } },
  args: { ...all, replyTo: makeMessage(), attachments: trayOf },
};
export const RightToLeft: Story = {
  globals: { dir: "rtl" },
  args: { ...all, drafts: kept("شكراً جزيلاً"), replyTo: makeMessage() },
};
