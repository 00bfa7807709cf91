import type { CreateAppeal, OwnSanction } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { callsOf } from "./ask-why.ts";
import { loadSanctions } from "./load-sanctions.ts";

/** Takes note of a warning, or of the answer to an appeal; what is in force no more is listed no more then. */
export async function seeSanction(context: ClientContext, sanctionId: string): Promise<void> {
  const sanction = await callsOf(context).sanction.seen.mutate({ sanctionId });
  context.store.dispatch({ type: "sanction.reply", sanction });
  await loadSanctions(context);
}

/** Appeals against a sanction, once. Rejects with APPEALED a second time. */
export async function createAppeal(context: ClientContext, input: CreateAppeal): Promise<OwnSanction> {
  const sanction = await callsOf(context).appeal.create.mutate(input);
  context.store.dispatch({ type: "sanction.reply", sanction });
  return sanction;
}
