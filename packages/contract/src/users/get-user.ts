import { z } from "zod";
import { userRefInput } from "../ids.ts";

export const getUserInput = z.strictObject({ userId: userRefInput });
export type GetUser = z.input<typeof getUserInput>;
