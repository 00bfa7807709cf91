import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { conversation } from "../fixtures/conversation.ts";
import { makeMessage, makeThread, quoteOf } from "../fixtures/make-message.ts";
import { messageActions } from "../fixtures/message-actions.ts";
import { ago } from "../fixtures/moments.ts";
import { ada, freya, layla, longName, mateo, me, nightowl, personById, quietfox, unbroken } from "../fixtures/people.ts";
import { Message } from "./message.tsx";

const [question] = conversation as [(typeof conversation)[number]];
const mine = { author: ada, text: "just do a reconfig of the xorg package and it will autodetect the id for you" };

const meta: Meta<typeof Message> = {
  title: "Conversation/Message",
  component: Message,
  args: { message: makeMessage(), me: me.id, people: personById, actions: messageActions },
  decorators: (Story) => (
    <div style={{ containerType: "inline-size", paddingBlock: 16 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof Message>;

export const Plain: Story = {};
export const Own: Story = { args: { message: makeMessage(mine), receipt: "sent" } };
/** The same author within five minutes: neither name nor picture. */
export const Continued: Story = { args: { startsGroup: false } };
export const Sending: Story = { args: { message: makeMessage({ ...mine, local: { state: "sending" } }), receipt: "sending" } };
export const Failed: Story = {
  args: { message: makeMessage({ ...mine, local: { state: "failed", reason: "UNAVAILABLE" } }), receipt: "failed" },
};
export const Refused: Story = {
  args: { message: makeMessage({ ...mine, local: { state: "failed", reason: "MUTED" } }), receipt: "failed" },
  play: async () => void (await screen.findByText("Not sent: You are muted here.")),
};
export const Delivered: Story = { args: { message: makeMessage(mine), receipt: "delivered" } };
export const SeenBy: Story = {
  args: { message: makeMessage(mine), receipt: "read", seenBy: [freya, mateo, nightowl, quietfox] },
};
export const Edited: Story = { args: { message: makeMessage({ editedAt: ago(20) }) } };
export const Deleted: Story = { args: { message: makeMessage({ text: "", deletedAt: ago(10) }) } };
export const Quote: Story = { args: { message: makeMessage({ text: "nvidia geforce7900gt", replyTo: quoteOf(question) }) } };
export const QuoteOfDeleted: Story = {
  args: { message: makeMessage({ replyTo: quoteOf({ ...question, deletedAt: ago(5), text: "" }) }) },
};
export const Mention: Story = {
  args: {
    message: makeMessage({ author: mateo, text: `[@Ada Okafor](mention:${ada.id}) does your X start?`, mentions: [ada.id] }),
  },
};
export const Reactions: Story = {
  args: {
    message: makeMessage({
      reactions: [
        { emoji: "👍", count: 12, first: [ada.id, freya.id, mateo.id, nightowl.id, quietfox.id] },
        { emoji: "🎉", count: 2, first: [freya.id, mateo.id] },
        { emoji: "👀", count: 1, first: [nightowl.id] },
      ],
      myReactions: ["👍"],
    }),
  },
};
export const Thread: Story = { args: { message: makeMessage({ thread: makeThread() }), unreadReplies: 2 } };
export const Selected: Story = { args: { isSelected: true, onToggleSelected: fn() } };
export const NotSelected: Story = { args: { isSelected: false, onToggleSelected: fn() } };
export const Highlighted: Story = { args: { isHighlighted: true } };
/** Under a mouse or the keyboard. */
export const Toolbar: Story = {
  play: async ({ canvas }) => {
    await userEvent.tab();
    await canvas.findByRole("button", { name: "More actions" });
  },
};
export const Menu: Story = {
  play: async ({ canvas }) => {
    canvas.getByRole("article").focus();
    await userEvent.keyboard("{Enter}");
    await screen.findByRole("menu");
  },
};
export const DeleteQuestion: Story = {
  args: { message: makeMessage(mine) },
  play: async ({ canvas }) => {
    canvas.getByRole("article").focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.click(await within(await screen.findByRole("menu")).findByRole("menuitem", { name: /Delete/ }));
    await screen.findByRole("alertdialog");
  },
};
/** The longest name, and a word that breaks nowhere. */
export const LongNames: Story = {
  args: {
    message: makeMessage({
      author: longName,
      text: `${unbroken.name}${unbroken.name} ${"and a long line of words ".repeat(12)}`,
    }),
  },
};
export const OtherScript: Story = {
  args: { message: makeMessage({ author: layla, text: "نعم، لقد نجح الأمر مع `nvidia-settings` 7900gtx" }) },
};
export const RightToLeft: Story = { ...OtherScript, globals: { dir: "rtl" } };
export const Bubble: Story = { args: { layout: "bubbles" } };
export const OwnBubble: Story = { args: { layout: "bubbles", message: makeMessage(mine), receipt: "read" } };
export const BubblesRightToLeft: Story = {
  globals: { dir: "rtl" },
  args: { layout: "bubbles", message: makeMessage({ ...mine, text: "شكراً جزيلاً" }), receipt: "read" },
};
