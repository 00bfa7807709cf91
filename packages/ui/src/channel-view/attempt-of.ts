import { chatErrorOf } from "@chat/client";
import type { Catalogue } from "../catalogue/english.ts";
import type { Attempt } from "../dialogs/use-attempt.ts";

/** What went wrong, for the person. */
export function errorText(error: unknown, t: Pick<Catalogue, "errors">): string {
  const { reason, told } = chatErrorOf(error);
  return told ?? t.errors[reason] ?? t.errors.INTERNAL;
}

/** A call as an attempt: null where it worked, else what to say. */
export function attemptOf(call: Promise<unknown>, t: Pick<Catalogue, "errors">): Attempt {
  return call.then(
    () => null,
    (error: unknown) => errorText(error, t),
  );
}
