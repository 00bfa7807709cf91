import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { conversation } from "../fixtures/conversation.ts";
import { messageActions } from "../fixtures/message-actions.ts";
import { me, personById } from "../fixtures/people.ts";
import { MessageList } from "../message-list/message-list.tsx";
import { Message } from "../message/message.tsx";
import { Badge } from "../primitives/badge.tsx";

const meta: Meta<typeof MessageList> = {
  title: "Conversation/Slots",
  component: MessageList,
  parameters: { root: "full", ...inFrame },
  args: { messages: conversation.slice(-8), me: me.id, people: personById, actions: messageActions, onReachBottom: fn() },
  play: async () => void (await screen.findAllByRole("article")),
};
export default meta;
type Story = StoryObj<typeof MessageList>;

/** The product's own fields under a message. */
export const Extra: Story = {
  args: { components: { MessageExtra: ({ message }) => (message.seq % 3 === 0 ? <Badge tone="warning">Urgent</Badge> : null) } },
};
/** The kit's own message inside something of the host's. */
export const AroundMessages: Story = {
  args: {
    components: {
      Message: (props) => (
        <div style={{ borderInlineStart: "3px solid var(--chat-accent)" }}>
          <Message {...props} />
        </div>
      ),
    },
  },
};
export const OwnEmpty: Story = {
  args: { messages: [], components: { EmptyMessages: () => <p style={{ padding: 24 }}>Ask us anything about order 4711.</p> } },
  play: async () => undefined,
};
