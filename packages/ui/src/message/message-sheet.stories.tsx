import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { makeMessage } from "../fixtures/make-message.ts";
import { messageActions } from "../fixtures/message-actions.ts";
import { ada, me } from "../fixtures/people.ts";
import { MessageSurfaces } from "./message-surfaces.tsx";

const meta: Meta<typeof MessageSurfaces> = {
  title: "Conversation/Message sheet",
  component: MessageSurfaces,
  tags: ["phone"],
  globals: { viewport: { value: "phone" } },
  parameters: inFrame,
  args: {
    surface: "sheet",
    onChange: fn(),
    message: makeMessage({ author: ada }),
    me: me.id,
    mine: ["👍"],
    actions: messageActions,
    openers: { showReaders: fn(), showReactors: fn(), confirmDelete: fn(), own: [] },
    onToggleReaction: fn(),
  },
  play: async () => void (await screen.findByRole("dialog")),
};
export default meta;
type Story = StoryObj<typeof MessageSurfaces>;

export const Own: Story = {};
export const Others: Story = { args: { message: makeMessage() } };
/** Where the reader may neither write nor react. */
export const ToRead: Story = {
  args: { message: makeMessage(), actions: { linkTo: () => "https://chat.example/m/1" }, onToggleReaction: undefined },
};
/** What a product's own kind and the site's moderators add: longer than the screen. */
export const Everything: Story = {
  args: {
    message: makeMessage({ reactions: [{ emoji: "👍", count: 1, first: [ada.id] }] }),
    actions: { ...messageActions, onHide: fn(), onRemove: fn(), onOpenInConsole: fn() },
    openers: {
      showReaders: fn(),
      showReactors: fn(),
      confirmDelete: fn(),
      own: ["Track the parcel", "Cancel the order", "Ask the workshop when the second plate leaves the kiln"].map((label) => ({
        id: label,
        label,
        onSelect: fn(),
      })),
    },
  },
};
export const RightToLeft: Story = { globals: { viewport: { value: "phone" }, dir: "rtl" } };
