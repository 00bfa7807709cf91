import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { makeMessage } from "../fixtures/make-message.ts";
import { trayOf } from "../fixtures/tray.ts";
import { Composer } from "./composer.tsx";
import type { DraftStore } from "./draft-store.ts";

const nothingKept: DraftStore = { get: () => null, set: () => undefined, subscribe: () => () => undefined };

const meta: Meta<typeof Composer> = {
  title: "Composer/File dragged over",
  component: Composer,
  args: {
    channelId: "hardware",
    title: "Hardware",
    drafts: nothingKept,
    onSend: fn(),
    onAttach: fn(),
    onRemoveAttachment: fn(),
    onRetryAttachment: fn(),
  },
  decorators: (Story) => (
    <div style={{ maxWidth: 760, paddingTop: 24 }}>
      <Story />
    </div>
  ),
  play: async ({ canvas }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "xorg.conf"));
    canvas.getByRole("textbox").dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true }));
    await screen.findByText("Drop files to add them");
  },
};
export default meta;
type Story = StoryObj<typeof Composer>;

export const Empty: Story = {};
export const OverEverything: Story = { args: { replyTo: makeMessage(), onCancelReply: fn(), attachments: trayOf } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
