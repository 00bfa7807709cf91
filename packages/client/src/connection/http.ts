import type { ChatRouter } from "@chat/server";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  type TRPCLink,
} from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { chatErrorOf } from "./chat-error.ts";
import { originOf } from "./origin-of.ts";
import type { Tokens } from "./tokens.ts";

export interface HttpOptions {
  /** Origin of the server; "" for the page's own. */
  url: string;
  /** Null where the cookie counts. */
  tokens: Tokens | null;
  fetch?: typeof fetch | undefined;
  EventSource?: typeof EventSource | undefined;
}

type OperationLink = ReturnType<TRPCLink<ChatRouter>>;

/** Calls as requests, and live subscriptions as server-sent events: for networks that let no WebSocket through. */
export interface Http {
  readonly calls: OperationLink;
  /** Null where there is no EventSource, as in Node. A stream that breaks completes, and is begun anew by whoever wants it. */
  readonly streams: OperationLink | null;
  /** Whether the server can be reached, and knows the caller. */
  look(): Promise<"away" | "signed-in" | "signed-out">;
}

/** The server takes 50 calls in a batch, and proxies take addresses of 8 KB. */
const batch = { maxItems: 25, maxURLLength: 6_000 };

export function createHttp(options: HttpOptions): Http {
  const { tokens, fetch: given, EventSource: Given = globalThis.EventSource } = options;
  const origin = originOf(options.url);
  const url = `${origin}/api/trpc`;
  const request: typeof fetch = (input, init) => (given ?? globalThis.fetch)(input, init);

  const link = httpBatchLink<ChatRouter>({
    ...batch,
    url,
    fetch: request,
    async headers() {
      const token = await tokens?.current();
      return token == null ? {} : { authorization: `Bearer ${token}` };
    },
  });
  const api = createTRPCClient<ChatRouter>({ links: [link] });

  /** A browser's EventSource sends no headers, and a token has no place in an address: each stream takes a ticket, good once and for a minute. */
  const ticketUrl = async () => {
    const { ticket } = await api.session.ticket.mutate();
    return `${url}?ticket=${encodeURIComponent(ticket)}`;
  };

  const isHealthy = async () => {
    try {
      // Another origin's answer may not be read, but it came.
      const { ok, type } = await request(`${origin}/api/health`, { mode: "no-cors", cache: "no-store", credentials: "omit" });
      return ok || type === "opaque";
    } catch {
      return false;
    }
  };

  return {
    calls: link({}),
    streams: Given === undefined ? null : endingWhenLost(httpSubscriptionLink<ChatRouter, typeof EventSource>({ url: ticketUrl, EventSource: Given })({})),
    async look() {
      if (!(await isHealthy())) return "away";
      try {
        await api.user.me.query();
        return "signed-in";
      } catch (error) {
        return chatErrorOf(error).reason === "UNAUTHENTICATED" ? "signed-out" : "away";
      }
    },
  };
}

/** The browser would open a broken stream again by itself, with a ticket that is used up and from where it began. */
function endingWhenLost(link: OperationLink): OperationLink {
  return (call) =>
    observable((observer) => {
      let hasEnded = false;
      const end = () => {
        if (hasEnded) return;
        hasEnded = true;
        observer.complete();
        // The stock link calls back while it is being subscribed to.
        queueMicrotask(() => running.unsubscribe());
      };
      const running = link(call).subscribe({
        next(envelope) {
          const { result } = envelope;
          if (result.type === "state" && result.state === "connecting" && result.error !== null) end();
          else if (!hasEnded) observer.next(envelope);
        },
        error(error) {
          if (!hasEnded) observer.error(error);
          hasEnded = true;
        },
        complete: end,
      });
      return () => {
        hasEnded = true;
        running.unsubscribe();
      };
    });
}
