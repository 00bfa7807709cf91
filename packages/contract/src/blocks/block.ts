import { z } from "zod";
import { idSchema, momentSchema, userRefInput } from "../ids.ts";
import { userRefSchema } from "../users/user.ts";

export const blockUserInput = z.strictObject({ userId: userRefInput });
export type BlockUser = z.input<typeof blockUserInput>;

/** Somebody whom the caller blocked: no direct messages between the two, and their messages folded in groups. They are not told. */
export const blockedUserSchema = z.object({ userId: idSchema, user: userRefSchema, blockedAt: momentSchema });
export type BlockedUser = z.output<typeof blockedUserSchema>;
