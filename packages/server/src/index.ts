export { ChatError } from "./chat-error.ts";
export type { Caller, Context } from "./context.ts";
export { createChat } from "./create-chat.ts";
export type { Chat, ChatOptions } from "./create-chat.ts";
export type { Logger } from "./logger.ts";
export type { ChatRouter } from "./root-router.ts";
export type { Directory } from "./services.ts";
