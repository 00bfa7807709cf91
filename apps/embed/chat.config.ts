import { defineChat } from "@chat/contract";
import { z } from "zod";

/** The shop's own field: a message may carry one of its orders. The chat server's `chat.config.ts` names it too, and validates it. */
const chat = defineChat({
  custom: { message: z.object({ orderId: z.string().max(40).optional() }) },
});

export type ShopChat = typeof chat;
