import type { ChatRouter } from "@chat/server";
import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { AppChat } from "../../../chat.config.ts";
import type { PasswordPrompt } from "./password-prompt.ts";

/** A call that needs the password once more asks for it, and goes on as if it had been there; where it is not given, the call fails as it did. */
export function proveFirst(prompt: PasswordPrompt): TRPCLink<ChatRouter<AppChat>> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let running: Unsubscribable | null = null;
        let isOver = false;
        const call = (mayAsk: boolean) => {
          running = next(op).subscribe({
            ...observer,
            error(error) {
              if (!mayAsk || error.data?.reason !== "STEP_UP_REQUIRED") return observer.error(error);
              void prompt.ask().then((isProved) => {
                if (isOver) return;
                if (isProved) call(false);
                else observer.error(error);
              });
            },
          });
        };
        call(true);
        return () => {
          isOver = true;
          running?.unsubscribe();
        };
      });
}
