import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, waitFor } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { conversation } from "../fixtures/conversation.ts";
import { makeMessage, quoteOf } from "../fixtures/make-message.ts";
import { messageActions } from "../fixtures/message-actions.ts";
import { ago } from "../fixtures/moments.ts";
import { orderKind } from "../fixtures/order-kind.tsx";
import { ada, freya, me, personById } from "../fixtures/people.ts";
import { MessageList } from "../message-list/message-list.tsx";

const order = makeMessage({
  seq: 30,
  author: freya,
  kind: "order",
  text: "Order 4711: graphics card",
  data: { number: "4711", product: "Graphics card, two heads", status: "On its way" },
  createdAt: ago(20),
});
const kinds = [orderKind];
const messages = [
  ...conversation.slice(-2),
  order,
  makeMessage({ seq: 31, author: ada, text: "thanks, i'll look into it", replyTo: quoteOf(order), createdAt: ago(2) }),
];

const meta: Meta<typeof MessageList> = {
  title: "Conversation/Message kinds",
  component: MessageList,
  parameters: { root: "full", ...inFrame },
  args: { messages, kinds, me: me.id, people: personById, actions: messageActions, onReachBottom: fn() },
  play: async () => void (await screen.findAllByRole("article")),
};
export default meta;
type Story = StoryObj<typeof MessageList>;

/** An order, drawn by the product, and quoted by its preview. */
export const OrderCard: Story = {};
/** A client that does not know the kind shows its text. */
export const Unknown: Story = { args: { kinds: [] } };
export const OwnActions: Story = {
  play: async () => {
    await screen.findAllByRole("article");
    // A row may be drawn anew while the list finds its place.
    await waitFor(async () => {
      if (screen.queryByRole("menu") === null) {
        screen.getAllByRole("article").at(-2)?.focus();
        await userEvent.keyboard("{Enter}");
      }
      screen.getByRole("menuitem", { name: "Track parcel" });
    });
  },
};
