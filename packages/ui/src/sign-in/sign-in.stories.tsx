import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, userEvent } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { everyone } from "../fixtures/people.ts";
import { SignIn } from "./sign-in.tsx";
import { SignUp } from "./sign-up.tsx";

const refused = async () => "That e-mail and password do not fit together.";
const demo = everyone.slice(0, 6).map(({ name, image }, at) => ({
  name,
  image,
  email: `${name.split(" ")[0]?.toLowerCase()}@demo.chat`,
  password: "demo",
  ...(at === 0 ? { note: "Admin" } : {}),
}));

const meta: Meta<typeof SignIn> = {
  title: "Accounts/Sign in",
  component: SignIn,
  tags: ["page"],
  parameters: { root: "full", ...inFrame },
  args: { onSubmit: fn(refused), onSignUp: fn() },
};
export default meta;
type Story = StoryObj<typeof SignIn>;

export const Empty: Story = {};
export const Demo: Story = { args: { demo } };
export const Missing: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
    await canvas.findAllByRole("alert");
  },
};
export const Refused: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByLabelText(/mail/i), "ada@demo.chat");
    await userEvent.type(canvas.getByLabelText("Password"), "wrong-password");
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
    await canvas.findByRole("alert");
  },
};
export const Up: StoryObj<typeof SignUp> = { render: () => <SignUp onSubmit={refused} onSignIn={fn()} /> };
export const UpMissing: StoryObj<typeof SignUp> = {
  ...Up,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Create account" }));
    await canvas.findAllByRole("alert");
  },
};
export const Phone: Story = { args: { demo }, tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
