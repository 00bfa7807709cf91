import type { Meta, StoryObj } from "@storybook/react-vite";
import { Skeleton } from "./skeleton.tsx";
import { Spinner } from "./spinner.tsx";

const meta: Meta<typeof Spinner> = { title: "Primitives/Spinner and skeleton", component: Spinner };
export default meta;
type Story = StoryObj<typeof Spinner>;

export const Turning: Story = { args: { label: "Loading", size: 24 } };
/** Stands in the shape of what will come. */
export const Shapes: StoryObj = {
  render: () => (
    <div role="status" aria-label="Loading" style={{ display: "grid", gap: 8, maxWidth: 320 }}>
      <Skeleton style={{ height: 12, width: "40%" }} />
      <Skeleton style={{ height: 12 }} />
      <Skeleton style={{ height: 12, width: "70%" }} />
    </div>
  ),
};
