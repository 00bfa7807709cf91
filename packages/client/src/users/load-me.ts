import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { readAgain } from "../connection/read-again.ts";

const inFlight = new WeakMap<ClientContext, Promise<void>>();

/** Resolves when it is known who the caller is; rejects when the server refuses them. */
export function loadMe(context: ClientContext): Promise<void> {
  if (context.store.read(slices.me).me !== null) return Promise.resolve();
  const running =
    inFlight.get(context) ??
    checkMe(context)
      .then(() => {})
      .finally(() => inFlight.delete(context));
  inFlight.set(context, running);
  return running;
}

/**
 * Reads who the caller is. Somebody else may have signed in on this device while the connection was away: then all that is held is the other
 * one's, and goes, unsent messages too (the storage keeps them for their author). Answers whether it was the same person. Rejects as `loadMe`.
 */
export async function checkMe(context: ClientContext): Promise<boolean> {
  const { store } = context;
  const me = await readAgain(context, () => context.trpc.user.me.query());
  const held = store.read(slices.me).me;
  const isSame = held === null || held.id === me.id;
  if (!isSame) {
    for (const channelId of store.rooms()) store.dispatch({ type: "room.dropped", channelId, pending: "dropped" });
    store.dispatch({ type: "list.dropped" });
  }
  store.dispatch({ type: "me.arrived", me });
  return isSame;
}
