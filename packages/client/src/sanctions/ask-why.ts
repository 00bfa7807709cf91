import type { ChatCalls } from "../chat-calls.ts";
import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";

const isRefused = ({ store }: ClientContext) => store.read(slices.connection).reason === "UNAUTHENTICATED";

/** What answers the caller: one who is banned from the whole site is let in by nothing but requests. */
export function callsOf(context: ClientContext): ChatCalls {
  return isRefused(context) ? context.requests : context.trpc;
}

/**
 * Whoever is refused may be banned from the whole site: their sanctions are asked for, so that they read why and may appeal. Answers how to stop
 * it.
 */
export function askWhy(context: ClientContext): () => void {
  const { store, requests } = context;
  let wasRefused = false;
  const ask = async () => {
    try {
      const { items } = await requests.sanction.mine.query();
      store.dispatch({ type: "sanctions.arrived", items });
    } catch {
      // Signed out and no more, or the server is away.
    }
  };
  return store.subscribe(slices.connection, () => {
    const before = wasRefused;
    wasRefused = isRefused(context);
    if (wasRefused && !before) void ask();
  });
}
