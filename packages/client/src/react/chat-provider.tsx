"use client";

import type { ChatDefinition } from "@chat/contract";
import { createContext, useContext, useEffect, type ReactElement, type ReactNode } from "react";
import type { ChatClient } from "../chat-client.ts";

const ChatContext = createContext<ChatClient | null>(null);

export interface ChatProviderProps<D extends ChatDefinition> {
  client: ChatClient<D>;
  children?: ReactNode;
}

/** Gives the client to the hooks below, and connects it while mounted unless it is connected already. */
export function ChatProvider<D extends ChatDefinition>({ client, children }: ChatProviderProps<D>): ReactElement {
  useEffect(() => {
    if (client.started) return;
    client.start();
    return () => client.close();
  }, [client]);
  return <ChatContext.Provider value={client}>{children}</ChatContext.Provider>;
}

/** The client of the nearest ChatProvider, typed by the product's own fields: `useChatClient<typeof chat>()`. */
export function useChatClient<D extends ChatDefinition = ChatDefinition>(): ChatClient<D> {
  const client = useContext(ChatContext);
  if (client === null)
    throw new Error("There is no chat client here: put <ChatProvider client={createChatClient(…)}> around this component.");
  return client;
}
