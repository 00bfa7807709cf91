import type { ChatRouter } from "../chat-router.ts";
import type { TRPCLink } from "@trpc/client";
import { tap } from "@trpc/server/observable";
import { isUnknownProcedure } from "./chat-error.ts";

/** What a server of the version before may lack: the client does without. */
const dispensable: readonly string[] = ["session.refresh", "session.ticket"];

/** Tells of a call that the server does not know: it is of another version than this client. */
export function watchSkew(onSkew: () => void): TRPCLink<ChatRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(
        tap({
          error(error) {
            if (isUnknownProcedure(error) && !dispensable.includes(op.path)) onSkew();
          },
        }),
      );
}
