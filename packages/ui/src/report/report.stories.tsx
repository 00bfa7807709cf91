import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { freya, layla, longName } from "../fixtures/people.ts";
import { ReportDialog } from "./report-dialog.tsx";

const shown = async () => within(await screen.findByRole("dialog"));

const meta: Meta<typeof ReportDialog> = {
  title: "Dialogs/Report",
  component: ReportDialog,
  parameters: inFrame,
  tags: ["!autodocs"],
  args: { open: true, onOpenChange: fn(), target: "message", name: freya.name, onReport: fn(async () => null) },
  play: async () => void (await shown()),
};
export default meta;
type Story = StoryObj<typeof ReportDialog>;

export const Message: Story = {};
export const Person: Story = { args: { target: "person" } };
export const WithoutReason: Story = {
  play: async () => {
    const dialog = await shown();
    await userEvent.click(dialog.getByRole("button", { name: "Send report" }));
    await dialog.findByRole("alert");
  },
};
export const Sent: Story = {
  play: async () => {
    const dialog = await shown();
    await userEvent.click(dialog.getByRole("radio", { name: /Spam/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Send report" }));
    await screen.findByText("Thank you for the report");
  },
};
export const Refused: Story = {
  args: { onReport: fn(async () => "That was too fast. Wait a moment.") },
  play: async () => {
    const dialog = await shown();
    await userEvent.click(dialog.getByRole("radio", { name: /Spam/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Send report" }));
    await dialog.findByRole("alert");
  },
};
/** A site that takes few reasons, and somebody with a long name. */
export const FewReasons: Story = {
  args: { target: "person", name: longName.name, isOffered: (reason) => reason === "spam" || reason === "other" },
};
/** While it is on its way. */
export const Sending: Story = {
  args: { onReport: fn(() => new Promise<null>(() => undefined)) },
  play: async () => {
    const dialog = await shown();
    await userEvent.click(dialog.getByRole("radio", { name: /Spam/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Send report" }));
  },
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const Dark: Story = { globals: { theme: "dark" } };
export const RightToLeft: Story = { args: { name: layla.name }, globals: { dir: "rtl" } };
