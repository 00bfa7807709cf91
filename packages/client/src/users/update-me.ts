import type { Me, UpdateMe } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Changes the caller's name, picture or own fields. Rejects with INVALID_INPUT. */
export async function updateMe({ store, trpc }: ClientContext, input: UpdateMe): Promise<Me> {
  const me = await trpc.user.updateMe.mutate(input);
  store.dispatch({ type: "me.arrived", me });
  return me;
}
