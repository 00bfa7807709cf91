import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { readAgain } from "../connection/read-again.ts";

const inFlight = new WeakMap<ClientContext, Promise<void>>();

/** Resolves when it is known who the caller is; rejects when the server refuses them. */
export function loadMe(context: ClientContext): Promise<void> {
  if (context.store.read(slices.me).me !== null) return Promise.resolve();
  const running = inFlight.get(context) ?? read(context).finally(() => inFlight.delete(context));
  inFlight.set(context, running);
  return running;
}

async function read(context: ClientContext): Promise<void> {
  const me = await readAgain(context, () => context.trpc.user.me.query());
  context.store.dispatch({ type: "me.arrived", me });
}
