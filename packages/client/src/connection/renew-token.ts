import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { backoff } from "./backoff.ts";
import { chatErrorOf, isRetryable } from "./chat-error.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Renews the socket's token in place while it is online, so that nothing has to be opened anew when the old one ends. Requests and streams bring
 * their own. Answers how to stop it.
 */
export function renewToken({ store, trpc }: ClientContext, tokens: Tokens): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  const isDue = () => {
    const { status, transport } = store.read(slices.connection);
    return status === "online" && transport === "socket";
  };

  const later = (ms: number | null) => {
    clearTimeout(timer);
    if (ms !== null && isDue()) timer = setTimeout(() => void renew(), ms);
  };

  const renew = async () => {
    try {
      const token = await tokens.ask();
      if (token !== null) await trpc.session.refresh.mutate({ token });
      attempt = 0;
      later(tokens.renewInMs());
    } catch (error) {
      // A token that is refused ends the socket when the old one ends, and then counts as any other that is refused.
      if (!isRetryable(chatErrorOf(error), attempt)) return;
      attempt += 1;
      later(backoff(attempt));
    }
  };

  const unsubscribe = store.subscribe(slices.connection, () => later(tokens.renewInMs()));
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
