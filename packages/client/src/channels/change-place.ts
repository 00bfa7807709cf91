import type { ClientContext } from "../client-context.ts";
import type { PlaceChange } from "./channels-state.ts";

let lastChange = 0;

type Change = PlaceChange extends infer T ? (T extends PlaceChange ? Omit<T, "id"> : never) : never;

/** Shows an own change of the caller's place at once, and makes it; a refusal takes the change back and rejects. */
export async function changePlace<T>(
  { store }: ClientContext,
  channelId: string,
  change: Change,
  make: () => Promise<T>,
): Promise<T> {
  const id = (lastChange += 1);
  store.dispatch({ type: "place.changed", channelId, change: { ...change, id } });
  try {
    return await make();
  } finally {
    store.dispatch({ type: "place.settled", channelId, id });
  }
}
