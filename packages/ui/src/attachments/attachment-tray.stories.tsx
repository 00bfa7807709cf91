import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { photo, trayOf } from "../fixtures/tray.ts";
import { AttachmentTray } from "./attachment-tray.tsx";

const meta: Meta<typeof AttachmentTray> = {
  title: "Composer/Attachment tray",
  component: AttachmentTray,
  args: { attachments: trayOf, onRemove: fn(), onRetry: fn() },
};
export default meta;
type Story = StoryObj<typeof AttachmentTray>;

export const EveryState: Story = {};
export const OnePicture: Story = { args: { attachments: [photo] } };
export const Uploading: Story = {
  args: { attachments: [0, 0.3, 1].map((progress, at) => ({ ...photo, id: `p${at}`, state: "uploading", progress })) },
};
export const Failed: Story = { args: { attachments: trayOf.slice(-1) } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
