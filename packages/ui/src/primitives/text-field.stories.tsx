import type { Meta, StoryObj } from "@storybook/react-vite";
import { SearchIcon } from "./icons.tsx";
import { TextArea, TextField } from "./text-field.tsx";

const meta: Meta<typeof TextField> = {
  title: "Primitives/Text field",
  component: TextField,
  args: { label: "Group name", placeholder: "Release crew" },
  decorators: (Story) => (
    <div style={{ maxWidth: 360 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof TextField>;

export const Empty: Story = {};
export const Filled: Story = { args: { defaultValue: "Hardware" } };
export const Hint: Story = { args: { hint: "Everyone in the group sees it." } };
export const Invalid: Story = { args: { error: "A group needs a name." } };
export const WithIcon: Story = { args: { label: "Search", hideLabel: true, placeholder: "Search", icon: <SearchIcon /> } };
export const Disabled: Story = { args: { disabled: true, defaultValue: "Hardware" } };
export const Lines: Story = {
  render: () => (
    <TextArea label="Description" defaultValue="Graphics, sound, printers, laptops: what works, and how to make the rest work." />
  ),
};
export const RightToLeft: Story = {
  globals: { dir: "rtl" },
  args: { label: "اسم المجموعة", placeholder: "فريق الإصدار", icon: <SearchIcon /> },
};
