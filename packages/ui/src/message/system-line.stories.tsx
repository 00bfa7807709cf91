import type { SystemData } from "@chat/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { makeMessage } from "../fixtures/make-message.ts";
import { ada, freya, longName, mateo, nameOf, unbroken } from "../fixtures/people.ts";
import { SystemLine } from "./system-line.tsx";

const line = (data: SystemData) => makeMessage({ kind: "system", text: "", author: ada, data });

const meta: Meta<typeof SystemLine> = {
  title: "Conversation/System line",
  component: SystemLine,
  args: { message: line({ type: "member.added", users: [freya, mateo] }), nameOf },
};
export default meta;
type Story = StoryObj<typeof SystemLine>;

export const Added: Story = {};
export const All: Story = {
  render: (args) => (
    <>
      {(
        [
          { type: "channel.created", value: "Hardware" },
          { type: "channel.renamed", value: "Graphics" },
          { type: "channel.described", value: "What works, and how" },
          { type: "channel.image" },
          { type: "channel.visibility", value: "public" },
          { type: "channel.archived" },
          { type: "channel.unarchived" },
          { type: "member.joined" },
          { type: "member.removed", users: [mateo] },
          { type: "member.left" },
          { type: "member.role", users: [freya], value: "moderator" },
          { type: "channel.transferred", users: [freya] },
        ] as const
      ).map((data) => (
        <SystemLine key={data.type} {...args} message={line(data as unknown as SystemData)} />
      ))}
    </>
  ),
};
export const LongNames: Story = { args: { message: line({ type: "member.added", users: [longName, unbroken] }) } };
