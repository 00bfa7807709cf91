import type { Meta, StoryObj } from "@storybook/react-vite";
import { Badge, CountBadge } from "./badge.tsx";

const meta: Meta<typeof Badge> = { title: "Primitives/Badge", component: Badge, args: { children: "Owner" } };
export default meta;
type Story = StoryObj<typeof Badge>;

export const Plain: Story = {};
export const Tones: Story = {
  render: () => (
    <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
      {(["accent", "neutral", "muted", "danger", "warning"] as const).map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
    </div>
  ),
};
export const Counts: Story = {
  render: () => (
    <div style={{ display: "flex", gap: 8 }}>
      <CountBadge count={0} />
      <CountBadge count={1} label="1 unread message" />
      <CountBadge count={42} label="42 unread messages" />
      <CountBadge count={1_200} label="1,200 unread messages" tone="muted" />
    </div>
  ),
};
