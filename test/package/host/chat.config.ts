import { defineChat } from "@chat/contract";
import { z } from "zod";

/** A shop's own fields, said once. */
const shop = defineChat({
  custom: {
    user: z.object({ company: z.string().optional() }),
    channel: z.object({ orderId: z.string() }),
    member: z.object({ part: z.enum(["buyer", "seller"]).optional() }),
    message: z.object({ priority: z.enum(["normal", "urgent"]).optional(), total: z.number().optional() }),
  },
});
export type Shop = typeof shop;
