import type { ClientContext } from "../client-context.ts";
import { readAgain } from "../connection/read-again.ts";

/** Reads a person, and whether they are online, into the cache. Never rejects: one whom the caller may not see stays unknown. */
export async function loadUser(context: ClientContext, userId: string): Promise<void> {
  try {
    const user = await readAgain(context, () => context.trpc.user.get.query({ userId }));
    context.store.dispatch({ type: "people.arrived", people: [user] });
  } catch {
    // Not there, or not for this caller.
  }
}
