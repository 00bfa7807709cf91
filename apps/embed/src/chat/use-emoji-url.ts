import { createContext, useContext } from "react";

/** Where the chat server is. */
export const ChatUrlContext = createContext("");

/** The chat server serves the emoji picker's data, so that the shop need not. */
export const useEmojiUrl = () => `${useContext(ChatUrlContext)}/chat-emoji`;
