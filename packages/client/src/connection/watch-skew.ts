import { capabilities } from "@chat/contract";
import type { TRPCLink } from "@trpc/client";
import { tap } from "@trpc/server/observable";
import { slices } from "../cache/slices.ts";
import type { ChatStore } from "../cache/store.ts";
import type { ChatRouter } from "../chat-router.ts";
import { isUnknownProcedure } from "./chat-error.ts";

/**
 * Tells of a call that the server does not know any more: it is newer than this client, and the page has to be loaded again. One that is older,
 * as in the middle of a roll-out, names fewer capabilities than this client knows: what it lacks it will have soon, and to load the page again
 * would bring the same client.
 */
export function watchSkew(store: ChatStore): TRPCLink<ChatRouter> {
  return () =>
    ({ op, next }) =>
      next(op).pipe(
        tap({
          error(error) {
            if (isUnknownProcedure(error) && !isServerOlder(store)) store.dispatch({ type: "server.differs" });
          },
        }),
      );
}

function isServerOlder(store: ChatStore): boolean {
  const { epoch, capabilities: named } = store.read(slices.connection);
  return epoch !== null && capabilities.some((name) => !named.includes(name));
}
