/** A kit as the bench finds its way in it. */
export interface Kit {
  readonly name: string;
  /** Of `pages/`. */
  readonly page: string;
  /** What a host imports for a list and a composer, as the text of a module. */
  readonly imports: string;
  readonly scroller: string;
  readonly row: string;
  /** The attribute of a row that names its message. */
  readonly id: string;
  readonly field: string;
}

export const kits: readonly Kit[] = [
  {
    name: "@chat/ui",
    page: "chat.tsx",
    imports: 'export { MessageList } from "@chat/ui/message-list"; export { Composer } from "@chat/ui/composer";',
    scroller: '[data-slot="message-scroller"]',
    row: "[data-seq]",
    id: "data-seq",
    field: '[data-slot="composer-input"]',
  },
  {
    name: "chatscope",
    page: "chatscope.tsx",
    imports: 'export { ChatContainer, MainContainer, Message, MessageInput, MessageList } from "@chatscope/chat-ui-kit-react";',
    scroller: ".cs-message-list__scroll-wrapper",
    row: "[data-row]",
    id: "data-row",
    field: ".cs-message-input__content-editor",
  },
  {
    name: "@chatui/core",
    page: "chatui.tsx",
    imports: 'export { default as Chat, Bubble } from "@chatui/core";',
    scroller: ".PullToRefresh",
    row: "[data-row]",
    id: "data-row",
    field: ".Composer-input",
  },
];
