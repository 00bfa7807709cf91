import { createChatClient } from "@chat/client";
import type { ShopChat } from "../../chat.config.ts";
import { loadChatToken } from "../api.ts";

/** The chat of whoever is signed in to the shop. It asks for tokens by itself: at every connect, and before the last one ends. */
export const createShopChat = (chatUrl: string) => createChatClient<ShopChat>({ url: chatUrl, getToken: loadChatToken });
