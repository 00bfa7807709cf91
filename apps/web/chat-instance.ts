import type { Chat } from "@chat/server";
import type { AppChat } from "./chat.config.ts";

/** Someone who can be tried out from the sign-in page. */
export interface DemoLogin {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The role on the site. */
  readonly role: "admin" | "moderator" | "user";
}

/** What server.ts opened and the pages use. */
export interface ChatInstance {
  readonly chat: Chat<AppChat>;
  /** Empty unless the demo workspace is in place. */
  readonly demoLogins: readonly DemoLogin[];
}

declare global {
  var __chatInstance: ChatInstance | undefined;
}

/** Next bundles pages into a module graph of their own, so a variable of a module would be another one there. */
export function setChatInstance(instance: ChatInstance): void {
  globalThis.__chatInstance = instance;
}

/** The chat of this process. @throws when a page runs without server.ts, as under `next start`. */
export function getChatInstance(): ChatInstance {
  if (!globalThis.__chatInstance)
    throw new Error("No chat runs in this process: start it by server.ts (npm start), not by next itself.");
  return globalThis.__chatInstance;
}
