import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent } from "storybook/test";
import { makeMessage, quoteOf } from "../fixtures/make-message.ts";
import { messageActions } from "../fixtures/message-actions.ts";
import { freya, layla, mateo, me, personById } from "../fixtures/people.ts";
import { Message } from "../message/message.tsx";
import { FoldedPeople } from "./folded.tsx";

const blocked = new Set([freya.id, layla.id]);
const words = makeMessage({ author: freya, text: "Words that the reader does not want to read" });

const meta: Meta<typeof Message> = {
  title: "Conversation/Folded message",
  component: Message,
  args: { message: words, me: me.id, people: personById, actions: messageActions },
  decorators: (Story) => (
    <FoldedPeople userIds={blocked}>
      <div style={{ containerType: "inline-size", paddingBlock: 16 }}>
        <Story />
      </div>
    </FoldedPeople>
  ),
};
export default meta;
type Story = StoryObj<typeof Message>;

export const Folded: Story = {};
export const Shown: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Show" }));
    await canvas.findByText(/does not want/);
  },
};
/** Somebody else answers it. */
export const Quoted: Story = { args: { message: makeMessage({ author: mateo, text: "I disagree", replyTo: quoteOf(words) }) } };
export const Bubble: Story = { args: { layout: "bubbles" } };
export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { args: { message: makeMessage({ author: layla, text: "كلمات" }) }, globals: { dir: "rtl" } };
