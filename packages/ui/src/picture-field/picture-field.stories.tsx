import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { ada, mateo } from "../fixtures/people.ts";
import { PictureField } from "./picture-field.tsx";

const meta: Meta<typeof PictureField> = {
  title: "Accounts/Picture field",
  component: PictureField,
  args: { ...mateo, onChange: fn() },
};
export default meta;
type Story = StoryObj<typeof PictureField>;

export const None: Story = {};
export const Chosen: Story = { args: ada };
export const Group: Story = { args: { name: "Hardware", shape: "square" } };
export const Disabled: Story = { args: { ...ada, disabled: true } };
