import { adminProcedure, router } from "../trpc.ts";
import { readHealth } from "./read-health.ts";

export const adminHealthRouter = router({
  get: adminProcedure.query(({ ctx }) => readHealth(ctx.services)),
});
