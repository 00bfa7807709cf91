import type { Meta, StoryObj } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { expect, screen, userEvent, waitFor } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { rootProps } from "../../.storybook/in-root.tsx";
import { arabicRooms } from "../fixtures/arabic.ts";
import { hardwareId } from "../fixtures/make-message.ts";
import { freya, linh, mateo } from "../fixtures/people.ts";
import { linhId, releaseId, threadParent } from "../fixtures/rooms.ts";
import type { ServerOptions } from "../fixtures/server/serve-in-memory.ts";
import { WithClient } from "../fixtures/with-client.tsx";
import { Messenger } from "./messenger.tsx";

type Args = Partial<Parameters<typeof Messenger>[0]> & { server?: ServerOptions & { offline?: boolean } };

const meta: Meta<Args> = {
  title: "Screens/Messenger",
  tags: ["page", "!autodocs"],
  parameters: { root: "none", ...inFrame },
  play: async ({ args }) => {
    if (args.channelId) await screen.findAllByRole("article");
    else await screen.findAllByRole("listitem");
  },
  render: ({ server = {}, ...args }, { globals }) => (
    <WithClient server={server}>
      {(client) => (
        <Messenger productName={false} style={{ height: "100dvh" }} {...rootProps(globals)} {...args} client={client} />
      )}
    </WithClient>
  ),
};
export default meta;
type Story = StoryObj<Args>;

export const NothingOpen: Story = {};
export const Group: Story = { args: { channelId: hardwareId } };
export const Direct: Story = { args: { channelId: linhId } };
export const Thread: Story = { args: { channelId: hardwareId, threadOf: threadParent.id } };
export const SomebodyTypes: Story = { args: { channelId: releaseId, server: { typing: { [releaseId]: freya } } } };
export const Empty: Story = {
  args: { server: { rooms: [] } },
  play: async () => void (await screen.findByText("No conversations yet")),
};
export const Loading: Story = {
  args: { channelId: hardwareId, server: { silent: ["channel.list", "message.list"] } },
  play: async () => void (await screen.findAllByRole("status")),
};
export const ListFailed: Story = {
  args: { server: { refused: { "channel.list": "FORBIDDEN" } } },
  play: async () => void (await screen.findByRole("button", { name: "Try again" })),
};
/** What a blocked person said last stands in no line of the list. */
export const WithBlocked: Story = {
  args: { server: { capabilities: ["threads", "groups", "blocks"], blocked: [mateo, linh] } },
  play: async () => {
    await waitFor(() => expect(screen.getAllByText("Message of a blocked person")).toHaveLength(2));
    await expect(screen.queryByText(/nothing in the log/)).toBeNull();
  },
};
/** Somebody, opened from a message of theirs. */
export const Person: Story = {
  args: { channelId: hardwareId },
  play: async () => {
    // The rows of the first paint give way to those of the list, and a click on one of them with it; while it scrolls, it takes none.
    await waitFor(
      async () => {
        const open = screen.queryByRole("dialog");
        if (open === null)
          await userEvent.click(screen.getAllByRole("button", { name: "Freya Lindqvist" }).at(-1) as HTMLElement);
        await screen.findByRole("dialog", undefined, { timeout: 3_000 });
      },
      { timeout: 30_000 },
    );
  },
};
export const Keys: Story = {
  play: async () => {
    await screen.findAllByRole("listitem");
    await userEvent.keyboard("?");
    await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  },
};
export const Offline: Story = {
  args: { server: { offline: true } },
  play: async () => void (await screen.findByText(/Connecting|offline/i)),
};
export const Phone: Story = { tags: ["phone"], args: { channelId: hardwareId }, globals: { viewport: { value: "phone" } } };
export const PhoneList: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const PhoneThread: Story = {
  tags: ["phone"],
  args: { channelId: hardwareId, threadOf: threadParent.id },
  globals: { viewport: { value: "phone" } },
};
export const RightToLeft: Story = { args: { channelId: hardwareId, dir: "rtl", server: { rooms: arabicRooms } } };
/** Two hues, and it is yours. */
export const OwnHues: Story = {
  args: { channelId: hardwareId, style: { height: "100dvh", "--chat-hue": 150, "--chat-tint": 120 } as CSSProperties },
};
export const Compact: Story = { args: { channelId: hardwareId, density: "compact" } };
export const MoreContrast: Story = { args: { channelId: hardwareId, contrast: "more" } };
