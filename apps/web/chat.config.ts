import { defineChat } from "@chat/contract";
import { z } from "zod";

/** The product's own fields. Server, client, hooks and pages infer them from here: add one, and it is validated and typed everywhere. */
export const chat = defineChat({
  custom: {
    message: z.object({
      priority: z.enum(["normal", "urgent"]).optional(),
      /** Of the shop in apps/embed: the order that a message shows. */
      orderId: z.string().max(40).optional(),
    }),
  },
});

/** The type of that definition, for generics: `Message<AppChat>`, `useMessages<AppChat>(channelId)`. */
export type AppChat = typeof chat;
