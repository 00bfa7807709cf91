import { refreshSessionInput, revokeSessionInput } from "@chat/contract";
import { router, userProcedure } from "../trpc.ts";
import { listSessions } from "./list-sessions.ts";
import { issueTicket } from "./ticket.ts";
import { refreshSession } from "./refresh-session.ts";
import { revokeOtherSessions, revokeSession } from "./revoke-session.ts";

export const sessionRouter = router({
  list: userProcedure.query(({ ctx }) => listSessions(ctx.services, ctx.caller)),
  refresh: userProcedure.input(refreshSessionInput).mutation(({ ctx, input }) => refreshSession(ctx, input)),
  ticket: userProcedure.mutation(({ ctx }) => issueTicket(ctx.services.db, ctx.caller)),
  revoke: userProcedure.input(revokeSessionInput).mutation(({ ctx, input }) => revokeSession(ctx.services, ctx.caller, input)),
  revokeOthers: userProcedure.mutation(({ ctx }) => revokeOtherSessions(ctx.services, ctx.caller)),
});
