import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { CatalogueProvider } from "../catalogue/catalogue-provider.tsx";
import { KeysDialog } from "./keys-dialog.tsx";

const meta: Meta<typeof KeysDialog> = {
  title: "Dialogs/Keys",
  component: KeysDialog,
  parameters: inFrame,
  args: { open: true, onOpenChange: fn() },
  play: async () => void (await screen.findByRole("dialog")),
};
export default meta;
type Story = StoryObj<typeof KeysDialog>;

export const AllKeys: Story = {};
const german = {
  keys: { enterKey: "Eingabe", escapeKey: "Esc", homeKey: "Pos1", endKey: "Ende", controlKey: "Strg", shiftKey: "Umschalt" },
};
/** Keys are called as they are in the reader's language. */
export const OtherKeyNames: Story = {
  render: (args) => (
    <CatalogueProvider strings={german}>
      <KeysDialog {...args} />
    </CatalogueProvider>
  ),
};
export const Phone: Story = { tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: Story = { globals: { dir: "rtl" } };
