"use client";

import type { ChatRouter } from "@chat/server";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useState, type ReactNode } from "react";
import type { AppChat } from "../../../chat.config.ts";
import { leaveIfSignedOut } from "../../sign-in/accounts.ts";
import { PasswordDialog } from "./password-dialog.tsx";
import { PasswordPrompt } from "./password-prompt.ts";
import { proveFirst } from "./prove-first.ts";

type Router = ChatRouter<AppChat>;

/** `useTRPC().admin.user.list.infiniteQueryOptions(…)` for TanStack Query's hooks; `useTRPCClient()` for a call outside of them. */
const context = createTRPCContext<Router>();
export const { useTRPC, useTRPCClient } = context;

/** How a call was refused: its reason of the contract, or null where the server did not answer. */
export function reasonOf(error: unknown): string | null {
  return error instanceof TRPCClientError ? ((error as TRPCClientError<Router>).data?.reason ?? null) : null;
}

/** What to tell the person of a call that failed. */
export function messageOf(error: unknown): string {
  if (reasonOf(error) === null) return "The server does not answer. Try again in a moment.";
  return error instanceof Error ? error.message : "That did not work.";
}

/** The query options of lists that come in pages name a `direction` in each call, which our strict inputs do not take. */
const dropDirection: TRPCLink<Router> =
  () =>
  ({ op, next }) => {
    const { direction: _, ...input } = (op.input ?? {}) as Record<string, unknown>;
    return next(op.input === undefined ? op : { ...op, input });
  };

const maxTries = 3;

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (tries, error) => {
          const reason = reasonOf(error);
          if (reason === "UNAUTHENTICATED") void leaveIfSignedOut();
          return tries < maxTries && (reason === null || reason === "UNAVAILABLE");
        },
      },
    },
  });
}

/** The console's own typed calls, over HTTP with the session's cookie; what is grave asks for the password once more. */
export function CallsProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [prompt] = useState(() => new PasswordPrompt());
  const [trpcClient] = useState(() =>
    createTRPCClient<Router>({
      links: [dropDirection, proveFirst(prompt), httpBatchLink({ url: "/api/trpc", maxItems: 20 })],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
        <PasswordDialog prompt={prompt} />
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
