import { z } from "zod";
import { idSchema } from "../ids.ts";

export const adminUserIdInput = z.strictObject({ userId: idSchema });
export type AdminUserIdInput = z.input<typeof adminUserIdInput>;
