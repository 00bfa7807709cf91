import type { ChatRouter } from "../chat-router.ts";
import { createTRPCClient, type TRPCLink } from "@trpc/client";
import { httpBatchLink } from "@trpc/client/links/httpBatchLink";
import { chatErrorOf } from "./chat-error.ts";
import { eventStreamLink } from "./event-stream-link.ts";
import { originOf } from "./origin-of.ts";
import type { Tokens } from "./tokens.ts";

export interface HttpOptions {
  /** Origin of the server; "" for the page's own. */
  url: string;
  /** Null where the cookie counts. */
  tokens: Tokens | null;
  fetch?: typeof fetch | undefined;
  /** Without it there are calls, but no streams. */
  EventSource?: typeof EventSource | undefined;
}

/** What reaches the server without a WebSocket. */
export interface Http {
  /** Calls as requests, and subscriptions as event streams. */
  readonly link: ReturnType<TRPCLink<ChatRouter>>;
  /** Whether the server can be reached, lets this page in, and knows the caller. */
  look(): Promise<"away" | "forbidden" | "signed-in" | "signed-out">;
}

/** The server takes 50 calls in a batch, and proxies take addresses of 8 KB. */
const batch = { maxItems: 25, maxURLLength: 6_000 };

/** Loaded only where a socket could not be opened. */
export function createHttp({ tokens, fetch: given, EventSource, url: at }: HttpOptions): Http {
  const origin = originOf(at);
  const url = `${origin}/api/trpc`;
  const request: typeof fetch = (input, init) => (given ?? globalThis.fetch)(input, init);

  const linkCalls = httpBatchLink<ChatRouter>({
    ...batch,
    url,
    fetch: request,
    async headers() {
      const token = await tokens?.current();
      return token == null ? {} : { authorization: `Bearer ${token}` };
    },
  });
  const api = createTRPCClient<ChatRouter>({ links: [linkCalls] });
  const calls = linkCalls({});
  const takeTicket = async () => (await api.session.ticket.mutate()).ticket;
  const streams = EventSource === undefined ? calls : eventStreamLink({ url, EventSource, takeTicket });

  /**
   * `silent`: there was no answer, or with CORS none that this page may read. A server that does not let the page in is silent to it with CORS, and
   * well without; a proxy that answers for one that is away says that it is unwell, where the page may read it.
   */
  const askHealth = async (mode: "cors" | "no-cors"): Promise<"well" | "unwell" | "silent"> => {
    try {
      const { ok, type } = await request(`${origin}/api/health`, { mode, cache: "no-store", credentials: "omit" });
      return ok || type === "opaque" ? "well" : "unwell";
    } catch {
      return "silent";
    }
  };

  return {
    link: (call) => (call.op.type === "subscription" ? streams(call) : calls(call)),
    async look() {
      if ((await askHealth("no-cors")) !== "well") return "away";
      try {
        await api.user.me.query();
        return "signed-in";
      } catch (error) {
        const { reason } = chatErrorOf(error);
        if (reason === "UNAUTHENTICATED") return "signed-out";
        if (reason === "FORBIDDEN") return "forbidden";
        const isShutOut = (await askHealth("cors")) === "silent" && (await askHealth("no-cors")) === "well";
        return isShutOut ? "forbidden" : "away";
      }
    },
  };
}
