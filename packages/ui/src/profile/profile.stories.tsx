import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { meWhole } from "../fixtures/people.ts";
import { sessions } from "../fixtures/server/answer-people.ts";
import { ProfileDialog } from "./profile-dialog.tsx";

const done = async () => null;
const openTab = (name: string) => async () => {
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(await dialog.findByRole("tab", { name }));
};

const meta: Meta<typeof ProfileDialog> = {
  title: "Accounts/Profile",
  component: ProfileDialog,
  parameters: inFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    me: meWhole,
    onSave: fn(done),
    onChangePassword: fn(done),
    sessions,
    onRevoke: fn(done),
    onRevokeOthers: fn(done),
    theme: "system",
    onThemeChange: fn(),
    onSignOut: fn(),
  },
  play: openTab("Profile"),
};
export default meta;
type Story = StoryObj<typeof ProfileDialog>;

export const Profile: Story = {};
export const Security: Story = { play: openTab("Security") };
export const Appearance: Story = { play: openTab("Appearance") };
/** Accounts are the host's business: only name and picture are left. */
export const HostAccounts: Story = {
  args: { onChangePassword: undefined, sessions: undefined, onThemeChange: undefined, onSignOut: undefined },
  play: async () => void (await screen.findByRole("dialog")),
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } }, play: openTab("Security") };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
