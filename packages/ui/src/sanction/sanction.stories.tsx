import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { ago } from "../fixtures/moments.ts";
import { makeSanction } from "../fixtures/sanctions.ts";
import { Button } from "../primitives/button.tsx";
import { MuteNotice } from "./mute-notice.tsx";
import { SanctionDialog } from "./sanction-dialog.tsx";
import { SanctionNotice } from "./sanction-notice.tsx";

const appeal = { id: "1", text: "I did not mean to.", answer: "", createdAt: ago(10), decidedAt: null };

const meta: Meta<typeof SanctionDialog> = {
  title: "Dialogs/Sanction",
  component: SanctionDialog,
  parameters: inFrame,
  tags: ["!autodocs"],
  args: {
    open: true,
    onOpenChange: fn(),
    sanction: makeSanction(),
    onSeen: fn(async () => null),
    onAppeal: fn(async () => null),
  },
  play: async () => void (await screen.findByText("Reason")),
};
export default meta;
type Story = StoryObj<typeof SanctionDialog>;

export const Warning: Story = {};
export const Mute: Story = {
  args: { sanction: makeSanction({ type: "mute", channel: { id: "c", name: "Ubuntu" }, until: ago(-60 * 24) }) },
};
export const Ban: Story = { args: { sanction: makeSanction({ type: "ban", messageText: null, reason: "" }) } };
export const Appealing: Story = {
  play: async () => {
    await userEvent.click(await screen.findByRole("button", { name: "Appeal" }));
    await screen.findByRole("textbox");
  },
};
export const AppealWithoutText: Story = {
  play: async () => {
    await userEvent.click(await screen.findByRole("button", { name: "Appeal" }));
    await userEvent.click(await screen.findByRole("button", { name: "Send appeal" }));
    await screen.findByRole("alert");
  },
};
export const Appealed: Story = { args: { sanction: makeSanction({ appeal: { ...appeal, state: "open" } }) } };
export const AppealDeclined: Story = {
  args: {
    sanction: makeSanction({
      type: "mute",
      appeal: { ...appeal, state: "upheld", answer: "The rules of this site are the same for all.", decidedAt: ago(2) },
    }),
  },
};
export const AppealAccepted: Story = {
  args: {
    sanction: makeSanction({
      type: "mute",
      liftedAt: ago(2),
      appeal: { ...appeal, state: "lifted", answer: "You are right, sorry.", decidedAt: ago(2) },
    }),
  },
};
export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = {
  args: { sanction: makeSanction({ reason: "الرجاء عدم الإعلان هنا", messageText: "إعلان" }) },
  globals: { dir: "rtl" },
};

/** In place of the composer. */
export const MutedHere: Story = {
  render: ({ sanction }) => (
    <div style={{ padding: 16 }}>
      <MuteNotice sanction={sanction} onAppeal={fn()} />
    </div>
  ),
  args: { sanction: makeSanction({ type: "mute", until: ago(-90) }) },
  play: async () => void (await screen.findByText(/muted/)),
};
export const MutedHereAppealed: Story = {
  ...MutedHere,
  args: { sanction: makeSanction({ type: "mute", appeal: { ...appeal, state: "open" } }) },
};

const ban = makeSanction({ type: "ban", until: ago(-60 * 24 * 7) });
const signOut = <Button>Sign out</Button>;

/** The whole page of somebody who may not come in. */
export const BanPage: Story = {
  render: ({ sanction, onAppeal }) => <SanctionNotice sanction={sanction} onAppeal={onAppeal} action={signOut} />,
  args: { sanction: ban },
};
export const BanPageAppealing: Story = {
  ...BanPage,
  play: async () => {
    await userEvent.click(await screen.findByRole("button", { name: "Appeal" }));
    await screen.findByRole("textbox");
  },
};
export const BanPageAppealed: Story = {
  ...BanPage,
  args: { sanction: { ...ban, until: null, appeal: { ...appeal, state: "open" } } },
};
export const BanPageRightToLeft: Story = {
  ...BanPage,
  args: { sanction: { ...ban, reason: "الرجاء عدم الإعلان هنا", messageText: "إعلان" } },
  globals: { dir: "rtl" },
};
