import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, within } from "storybook/test";
import { ConnectionBanner } from "./connection-banner.tsx";

const meta: Meta<typeof ConnectionBanner> = {
  title: "Conversation/Connection banner",
  component: ConnectionBanner,
  args: { status: "offline", onRetry: fn() },
  decorators: (Story) => (
    <div style={{ position: "relative", height: 96 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof ConnectionBanner>;

const shown = async () => void (await within(screen.getByRole("status")).findAllByText(/./, undefined, { timeout: 6_000 }));

export const Offline: Story = { play: shown };
/** Shown only where connecting takes a while. */
export const Connecting: Story = { args: { status: "connecting" }, play: shown };
/** Nothing to tell. */
export const Online: Story = { args: { status: "online" } };
export const OldPage: Story = { args: { status: "online", onReload: fn() }, play: shown };
