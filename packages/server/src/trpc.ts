import type { ErrorData, ErrorReason } from "@chat/contract";
import { initTRPC, type TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { ChatError, reasonOfCode } from "./chat-error.ts";
import type { Context } from "./context.ts";
import { describeCall } from "./audit/audited.ts";
import { interrupted } from "./audit/intents.ts";
import { callerState } from "./auth/may-call.ts";
import { ensureProof } from "./auth/ensure-proof.ts";
import { requireFreshProof } from "./auth/step-up.ts";
import { isDatabaseAway } from "./realtime/database-errors.ts";

function reasonOfZod(error: ZodError): ErrorReason {
  for (const issue of error.issues) {
    if (issue.code === "custom" && issue.params?.["reason"] === "INVALID_TEXT") return "INVALID_TEXT";
    if (issue.code === "too_big" && issue.origin === "string") return "TOO_LONG";
  }
  return "INVALID_INPUT";
}

/** Zod repeats what was sent: a call with a thousand unknown fields is not answered with a thousand names. */
function cut(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** Our part of `error.data`. An unexpected error tells its id only; the log holds the rest. */
function errorDataOf(error: TRPCError, requestId: string | undefined): ErrorData {
  const base = requestId === undefined ? {} : { requestId };
  if (error instanceof ChatError) {
    const { reason, retryAfterMs, told } = error;
    return { ...base, reason, ...(retryAfterMs !== undefined && { retryAfterMs }), ...(told !== undefined && { told }) };
  }
  if (error.cause instanceof ZodError) {
    const issues = error.cause.issues
      .slice(0, 20)
      .map(({ path, message }) => ({ path: cut(path.join(".")), message: cut(message) }));
    return { ...base, reason: reasonOfZod(error.cause), issues };
  }
  return { ...base, reason: reasonOfCode(error.code) };
}

const t = initTRPC.context<Context>().create({
  isDev: false,
  // As on sockets: neither a proxy nor a client takes a quiet stream for a dead one, or a dead one for quiet.
  sse: { ping: { enabled: true, intervalMs: 25_000 }, client: { reconnectAfterInactivityMs: 33_000 } },
  errorFormatter({ shape, error, ctx }) {
    const data = errorDataOf(error, ctx?.requestId);
    const message =
      error.cause instanceof ZodError
        ? (data.issues?.[0]?.message ?? shape.message)
        : error.code === "INTERNAL_SERVER_ERROR" && !(error instanceof ChatError)
          ? "Something went wrong here."
          : shape.message;
    return {
      ...shape,
      message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, ...data },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** One line per call: what, who, how long, how it ended. Never inputs. */
const logged = t.middleware(async ({ ctx, path, type, next }) => {
  const start = performance.now();
  const result = await next();
  const isAway = !result.ok && isDatabaseAway(result.error.cause);
  const fields = {
    requestId: ctx.requestId,
    path,
    type,
    via: ctx.connection === null ? "http" : "socket",
    userId: ctx.caller?.userId,
    ms: Math.round((performance.now() - start) * 10) / 10,
    code: result.ok ? "OK" : isAway ? "SERVICE_UNAVAILABLE" : result.error.code,
  };
  if (result.ok || isAway || result.error.code !== "INTERNAL_SERVER_ERROR") ctx.services.log.info(fields, "call");
  else ctx.services.log.error({ ...fields, err: result.error.cause ?? result.error }, "call failed");
  if (isAway) throw new ChatError("UNAVAILABLE", { cause: result.error.cause });
  return result;
});

const publicProcedure = t.procedure.use(logged);

/** For callers who are known, whose session or token still holds. */
export const userProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const caller = ensureProof(ctx);
  await ctx.services.limits.require("calls", caller.userId);
  return next({ ctx: { ...ctx, caller } });
});

/** The same, and over HTTP for who is banned everywhere: to see why, and to appeal. */
export const sanctionedProcedure = publicProcedure.use(async ({ ctx, next }) => {
  const banned = ctx.caller === null ? await ctx.bannedCaller?.() : null;
  const caller = banned ?? ensureProof(ctx);
  await ctx.services.limits.require("calls", caller.userId);
  return next({ ctx: { ...ctx, caller } });
});

/** For durable changes of a channel: those of one socket take their places in the lane in the order in which they came. */
export const writeProcedure = userProcedure.use(({ ctx, next }) =>
  ctx.connection === null ? next() : ctx.connection.turns.take(() => next()),
);

/** Refuses all but staff signed in to this site. The role is read anew: that of a session that is open may have been taken away. */
const requireStaff = (...roles: ("moderator" | "admin")[]) =>
  t.middleware(async ({ ctx, next }) => {
    const caller = ensureProof(ctx);
    const state = caller.via === "session" ? await callerState(ctx.services.db, caller.userId) : null;
    const role = state?.isClosed === false ? state.role : "user";
    if (role === "user" || !roles.includes(role)) throw new ChatError("FORBIDDEN");
    return next({ ctx: { ...ctx, caller: { ...caller, role } } });
  });

/** One entry of the audit log a call, also of one that is refused or that a node took down with it; where none can be written, nothing is done. */
const audited = t.middleware(async ({ ctx, path, getRawInput, next }) => {
  const { userId } = ensureProof(ctx);
  const call = { actorId: userId, path, requestId: ctx.requestId, input: await getRawInput() };
  const intended = describeCall(call, { ended: interrupted, result: null });
  return ctx.services.intents.tell(intended, next, (result) => {
    const ended = result.ok ? "ok" : result.error instanceof ChatError ? result.error.reason : reasonOfCode(result.error.code);
    return describeCall(call, { ended, result: result.ok ? result.data : null });
  });
});

/** The console's reads, for moderators and admins. */
export const moderatorProcedure = userProcedure.use(requireStaff("moderator", "admin"));
/** What moderators and admins do: every call is in the audit log. */
export const moderatorAction = userProcedure.use(audited).use(requireStaff("moderator", "admin"));
/** The console's reads, for admins alone. */
export const adminProcedure = userProcedure.use(requireStaff("admin"));
/** What admins alone do: every call is in the audit log. */
export const adminAction = userProcedure.use(audited).use(requireStaff("admin"));
/** Of these what is grave: it needs the password once more. */
export const graveAction = adminAction.use(async ({ ctx, next }) => {
  await requireFreshProof(ctx.services.db, ctx.caller);
  return next();
});
