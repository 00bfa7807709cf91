import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";

/** One of the caller's signed-in devices. */
export const sessionSchema = z.object({
  id: idSchema,
  current: z.boolean(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  expiresAt: momentSchema,
});
export type Session = z.output<typeof sessionSchema>;

export const revokeSessionInput = z.strictObject({ sessionId: idSchema });
export type RevokeSession = z.input<typeof revokeSessionInput>;

/** A fresh host-signed token for the socket that the call comes over. */
export const refreshSessionInput = z.strictObject({ token: z.string().min(1).max(8_192) });
export type RefreshSession = z.input<typeof refreshSessionInput>;
