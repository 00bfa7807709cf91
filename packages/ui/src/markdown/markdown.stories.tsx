import type { Meta, StoryObj } from "@storybook/react-vite";
import { userEvent } from "storybook/test";
import { replaceCopying } from "../fixtures/copying.ts";
import { ada, freya, nameOf } from "../fixtures/people.ts";
import { Markdown } from "./markdown.tsx";
import { MentionProvider } from "./mention-context.tsx";

const meta: Meta<typeof Markdown> = {
  title: "Conversation/Markdown",
  component: Markdown,
  args: { text: "**bold**, *italic*, ~~struck~~, `code` and https://wiki.ubuntu.com/DapperReleaseParties" },
  decorators: (Story) => (
    <div style={{ maxWidth: "var(--chat-column)" }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof Markdown>;

export const Words: Story = {};
export const Code: Story = {
  args: {
    text: 'this works:\n\n```\nSection "Device"\n    Identifier "nVidia Corporation NV41"\n    Driver     "nvidia"\n    BusID      "PCI:4:0:0" # a line that is far too long for a phone, and breaks\nEndSection\n```',
  },
};
export const CodeCopied: Story = {
  ...Code,
  beforeEach: () => replaceCopying(true),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getAllByRole("button", { name: "Copy code" })[0] as HTMLElement);
    await canvas.findByRole("button", { name: "Copied" });
  },
};
/** On a page without https a browser may let nothing be copied. */
export const CodeNotCopied: Story = {
  ...Code,
  beforeEach: () => replaceCopying(false),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getAllByRole("button", { name: "Copy code" })[0] as HTMLElement);
    await canvas.findByRole("alert");
  },
};
export const Lists: Story = {
  args: {
    text: "- free for ram\n- top for processes\n  - and htop\n- uname -a for cpu\n\n1. back up\n2. reconfigure\n3. restart X\n\n- [x] sent\n- [ ] tried",
  },
};
export const Quotes: Story = { args: { text: "> is your card nv or ati?\n\nnvidia geforce7900gt" } };
export const Table: Story = {
  args: { text: "| card | driver | dual view |\n|---|---|---|\n| 7900gt | nvidia | yes |\n| x800 | radeon | with patience |" },
};
export const Heading: Story = { args: { text: "# Dual monitors\n\nwith one card of two heads" } };
export const Spoiler: Story = { args: { text: "the end: ||it was the BusID|| all along" } };
export const SpoilerOpened: Story = {
  ...Spoiler,
  play: async ({ canvas }) => userEvent.click(canvas.getByRole("button")),
};
export const Mentions: Story = {
  args: {
    text: `[@Ada Okafor](mention:${ada.id}) and [@Freya Lindqvist](mention:${freya.id}), also [@channel](mention:channel)`,
  },
  render: (args) => (
    <MentionProvider me={ada.id} nameOf={nameOf}>
      <Markdown {...args} />
    </MentionProvider>
  ),
};
/** One to six emoji alone are big. */
export const EmojiOnly: Story = { args: { text: "🎉🙏" } };
/** There is no HTML: what looks like it is text, and links lead to http, https and mailto only. */
export const Hostile: Story = {
  args: { text: '<img src=x onerror="alert(1)"> [click](javascript:alert(1)) ![](https://paste.example/log.png)' },
};
export const Unbroken: Story = {
  args: { text: `${"Rindfleischetikettierungsüberwachung".repeat(8)} https://paste.example/${"x".repeat(160)}` },
};
export const RightToLeft: Story = {
  globals: { dir: "rtl" },
  args: { text: "جرّب `dpkg-reconfigure xserver-xorg` ثم:\n\n- أعد التشغيل\n- **افتح** السجل" },
};
