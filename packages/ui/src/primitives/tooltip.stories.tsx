import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent, within } from "storybook/test";
import { Button } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

const meta: Meta<typeof Tooltip> = {
  title: "Primitives/Tooltip",
  component: Tooltip,
  args: { label: "Press R to reply", children: <Button>Reply</Button> },
  decorators: (Story) => (
    <div style={{ padding: 48 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof Tooltip>;

export const Closed: Story = {};
/** Opens at once on keyboard focus, and after a moment under a mouse. */
export const Focused: Story = { play: () => userEvent.tab() };
export const Long: Story = {
  args: {
    label: "Freya Lindqvist, Mateo Rivera, nightowl, quietfox and 12 others reacted with 👍",
    side: "bottom",
    describes: true,
  },
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await within(canvasElement).findByRole("tooltip");
  },
};
