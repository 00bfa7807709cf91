import { revokeSessionInput } from "@chat/contract";
import { router, userProcedure } from "../trpc.ts";
import { listSessions } from "./list-sessions.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-session.ts";

export const sessionRouter = router({
  list: userProcedure.query(({ ctx }) => listSessions(ctx.services, ctx.caller)),
  revoke: userProcedure.input(revokeSessionInput).mutation(({ ctx, input }) => revokeSession(ctx.services, ctx.caller, input)),
  revokeOthers: userProcedure.mutation(({ ctx }) => revokeOtherSessions(ctx.services, ctx.caller)),
});
