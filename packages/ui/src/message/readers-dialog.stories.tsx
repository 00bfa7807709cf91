import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { everyone, layla, longName, omar, unbroken } from "../fixtures/people.ts";
import { manyPeople } from "../fixtures/people-pages.ts";
import { ReadersDialog } from "./readers-dialog.tsx";

const shown = async () => within(await screen.findByRole("dialog"));

const meta: Meta<typeof ReadersDialog> = {
  title: "Dialogs/Seen by",
  component: ReadersDialog,
  parameters: inFrame,
  args: { open: true, onOpenChange: fn(), load: async () => ({ people: everyone }) },
  play: async () => void (await (await shown()).findByRole("list")),
};
export default meta;
type Story = StoryObj<typeof ReadersDialog>;

export const Some: Story = {};
/** The next fifty come as the list is scrolled. */
export const Many: Story = { args: { load: () => manyPeople() } };
export const Nobody: Story = {
  args: { load: async () => ({ people: [] }) },
  play: async () => void (await (await shown()).findByText("Nobody has seen this yet")),
};
export const Loading: Story = {
  args: { load: () => new Promise(() => undefined) },
  play: async () => void (await (await shown()).findByRole("status")),
};
export const Failed: Story = {
  args: { load: () => Promise.reject(new Error("503")) },
  play: async () => void (await (await shown()).findByRole("alert")),
};
export const RestFailed: Story = {
  args: { load: async () => ({ people: everyone, more: () => Promise.reject(new Error("503")) }) },
  play: async () => {
    const dialog = await shown();
    // It asks by itself where its end is in sight.
    const button = await dialog.findByRole("button", { name: /Show more|Retry/ });
    if (button.textContent === "Show more") await userEvent.click(button);
    await dialog.findByRole("alert");
  },
};
export const LongNames: Story = { args: { load: async () => ({ people: [longName, unbroken] }) } };
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } }, args: { load: () => manyPeople() } };
export const RightToLeft: Story = {
  globals: { dir: "rtl" },
  args: { load: async () => ({ people: [layla, omar, ...everyone] }) },
};
