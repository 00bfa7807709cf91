import { z } from "zod";
import type { ChatDefinition, CustomInput } from "../define-chat.ts";
import { countInput, customBag, idSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { safeText } from "../text.ts";

/** A client's own id of its message: what makes a retry the same message for ever. */
export const clientIdSchema = z
  .string()
  .min(1)
  .max(limits.clientId)
  .regex(/^[A-Za-z0-9._:-]+$/);

export interface SendMessage<D extends ChatDefinition = ChatDefinition> {
  channelId: string;
  clientId: string;
  /** Markdown source of 1 to `limits.messageText` characters. */
  text: string;
  /** `text` when absent; `system` is refused. */
  kind?: string | undefined;
  data?: Record<string, unknown> | undefined;
  replyToId?: string | undefined;
  /** What was on screen when it was sent: moves the read cursor. A bot leaves it out. */
  readSeq?: number | undefined;
  custom?: CustomInput<D, "message"> | undefined;
}

export const sendMessageInput = <D extends ChatDefinition>(chat: D) =>
  z
    .strictObject({
      channelId: idSchema,
      clientId: clientIdSchema,
      text: safeText(limits.messageText),
      kind: z
        .string()
        .regex(/^[a-z][a-z0-9.-]{0,39}$/)
        .refine((kind) => kind !== "system", { error: "System lines are written by the server." })
        .optional(),
      data: customBag.optional(),
      replyToId: idSchema.optional(),
      readSeq: countInput(0).optional(),
      custom: chat.custom.message.strict().optional(),
    })
    .refine((input) => input.text.trim() !== "" || input.data !== undefined, {
      error: "A message needs text.",
      path: ["text"],
    }) as unknown as z.ZodType<SendMessage<D>, SendMessage<D>>;
