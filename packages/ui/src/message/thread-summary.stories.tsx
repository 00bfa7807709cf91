import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { makeThread } from "../fixtures/make-message.ts";
import { ago } from "../fixtures/moments.ts";
import { everyone, personById } from "../fixtures/people.ts";
import { ThreadSummary } from "./thread-summary.tsx";

const meta: Meta<typeof ThreadSummary> = {
  title: "Conversation/Thread summary",
  component: ThreadSummary,
  args: { thread: makeThread(), people: personById, onOpen: fn() },
};
export default meta;
type Story = StoryObj<typeof ThreadSummary>;

export const Read: Story = {};
export const Unread: Story = { args: { unread: 2 } };
export const OneReply: Story = { args: { thread: makeThread({ replyCount: 1, repliers: [everyone[5]], lastReplyAt: ago(0) }) } };
export const Many: Story = {
  args: { unread: 140, thread: makeThread({ replyCount: 1_204, repliers: everyone.slice(0, 5), lastReplyAt: ago(90_000) }) },
};
export const RightToLeft: Story = { args: { unread: 2 }, globals: { dir: "rtl" } };
