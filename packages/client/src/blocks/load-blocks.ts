import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { readAgain } from "../connection/read-again.ts";

/** Counts the reads of a client, so that only the answer of the latest one counts. */
const reads = new WeakMap<ClientContext, number>();

/** Reads whom the caller blocked, where the server knows of blocks. Never rejects: what is held stays. */
export async function loadBlocks(context: ClientContext): Promise<void> {
  const { store, trpc } = context;
  if (!store.read(slices.connection).capabilities.includes("blocks")) return;
  const read = (reads.get(context) ?? 0) + 1;
  reads.set(context, read);
  try {
    const { items } = await readAgain(context, () => trpc.user.blocked.query());
    if (reads.get(context) === read) store.dispatch({ type: "blocks.arrived", items });
  } catch {
    // Refused, or closed meanwhile.
  }
}
