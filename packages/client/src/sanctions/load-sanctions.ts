import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { readAgain } from "../connection/read-again.ts";

/** Counts the reads of a client, so that only the answer of the latest one counts. */
const reads = new WeakMap<ClientContext, number>();

/** Reads what is in force against the caller, where the server tells of it. Never rejects: what is held stays. */
export async function loadSanctions(context: ClientContext): Promise<void> {
  const { store, trpc } = context;
  if (!store.read(slices.connection).capabilities.includes("reports")) return;
  const read = (reads.get(context) ?? 0) + 1;
  reads.set(context, read);
  try {
    const { items } = await readAgain(context, () => trpc.sanction.mine.query());
    if (reads.get(context) === read) store.dispatch({ type: "sanctions.arrived", items });
  } catch {
    // Refused, or closed meanwhile.
  }
}
