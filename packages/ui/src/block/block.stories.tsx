import { ChatProvider, useBlocks } from "@chat/client/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { freya, layla, longName } from "../fixtures/people.ts";
import type { ServerOptions } from "../fixtures/server/serve-in-memory.ts";
import { WithClient } from "../fixtures/with-client.tsx";
import { BlockDialog, type BlockDialogProps } from "./block-dialog.tsx";
import { UnblockButton } from "./unblock-button.tsx";

type Args = Partial<BlockDialogProps> & { server?: ServerOptions };
const capabilities = ["blocks", "reports"];
/** Once the reader's blocks are known. */
const Way = () => useBlocks().state.items.length > 0 && <UnblockButton person={freya} />;
const asked = async () => within(await screen.findByRole("alertdialog"));

const meta: Meta<Args> = {
  title: "Dialogs/Block",
  parameters: inFrame,
  tags: ["!autodocs"],
  render: ({ server = {}, userId = freya.id, name = freya.name }) => (
    <WithClient server={{ capabilities, ...server }}>
      {(client) => (
        <ChatProvider client={client}>
          <BlockDialog userId={userId} name={name} onClose={fn()} />
        </ChatProvider>
      )}
    </WithClient>
  ),
  play: async () => void (await asked()),
};
export default meta;
type Story = StoryObj<Args>;

export const Block: Story = {};
export const LongName: Story = { args: { userId: longName.id, name: longName.name } };
export const Refused: Story = {
  args: { server: { refused: { "user.block": "TOO_MANY" } } },
  play: async () => {
    const dialog = await asked();
    await userEvent.click(dialog.getByRole("button", { name: "Block" }));
    await dialog.findByText(/Unblock somebody first/);
  },
};
/** The way back, where one cannot write to somebody whom one blocked. */
export const Unblock: Story = {
  args: { server: { blocked: [freya] } },
  render: ({ server = {} }) => (
    <WithClient server={{ capabilities, ...server }}>
      {(client) => (
        <ChatProvider client={client}>
          <Way />
        </ChatProvider>
      )}
    </WithClient>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Unblock" }));
    await screen.findByText("Unblock Freya Lindqvist?");
  },
};
export const RightToLeft: Story = { args: { userId: layla.id, name: layla.name }, globals: { dir: "rtl" } };
