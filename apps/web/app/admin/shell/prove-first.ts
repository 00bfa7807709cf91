import type { ChatRouter } from "@chat/server";
import type { TRPCClientError, TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { AppChat } from "../../../chat.config.ts";
import type { PasswordPrompt } from "./password-prompt.ts";

type Router = ChatRouter<AppChat>;

/** A call that needs the password once more asks for it, and goes on as if it had been there; where it is not given, the call fails as it did. */
export function proveFirst(prompt: PasswordPrompt): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let running: Unsubscribable | null = null;
        let isOver = false;
        const call = (onRefused: (error: TRPCClientError<Router>) => void) => {
          running = next(op).subscribe({ ...observer, error: onRefused });
        };
        const prove = async (error: TRPCClientError<Router>) => {
          const isProved = await prompt.ask();
          if (isOver) return;
          if (isProved) call((again) => observer.error(again));
          else observer.error(error);
        };
        call((error) => {
          if (error.data?.reason === "STEP_UP_REQUIRED") void prove(error);
          else observer.error(error);
        });
        return () => {
          isOver = true;
          running?.unsubscribe();
        };
      });
}
