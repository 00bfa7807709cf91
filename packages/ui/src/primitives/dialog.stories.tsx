import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

const shown = async () => void (await screen.findByRole("dialog"));
const meta: Meta<typeof Dialog> = {
  title: "Primitives/Dialog",
  component: Dialog,
  parameters: inFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    title: "Share the log",
    description: "Everyone in Hardware will see it.",
    children: <p>xorg.conf, 3 kB</p>,
    footer: (
      <>
        <Button>Cancel</Button>
        <Button variant="primary">Share</Button>
      </>
    ),
  },
  play: shown,
};
export default meta;
type Story = StoryObj<typeof Dialog>;

export const Medium: Story = {};
export const Small: Story = { args: { size: "sm" } };
export const Large: Story = { args: { size: "lg" } };
/** Longer than the page: its middle scrolls. */
export const Long: Story = {
  args: { children: Array.from({ length: 40 }, (_, line) => <p key={line}>Line {line + 1} of the log</p>) },
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
