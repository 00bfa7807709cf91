"use client";

import type { OwnSanction } from "@chat/contract";
import type { ChatRouter } from "@chat/client";
import { english } from "@chat/ui";
import { Button } from "@chat/ui/button";
import { SanctionNotice } from "@chat/ui/sanction-notice";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import { useState } from "react";
import type { AppChat } from "../../chat.config.ts";
import { signOut } from "../sign-in/accounts.ts";

type Router = ChatRouter<AppChat>;

/** Over HTTP: who is banned from the whole site gets no socket. */
const calls = createTRPCClient<Router>({ links: [httpLink({ url: "/api/trpc" })] });

/** In place of the messenger, for who is banned from the whole site: why, until when, and how to appeal. */
export function BannedPage({ ban }: { ban: OwnSanction }) {
  const [sanction, setSanction] = useState(ban);
  const appeal = async (text: string): Promise<string | null> => {
    try {
      setSanction(await calls.appeal.create.mutate({ sanctionId: ban.id, text }));
      return null;
    } catch (error) {
      const reason = error instanceof TRPCClientError ? (error as TRPCClientError<Router>).data?.reason : undefined;
      return english.errors[reason ?? "UNAVAILABLE"];
    }
  };
  return (
    <main className="chat:h-full chat:overflow-y-auto">
      <SanctionNotice sanction={sanction} onAppeal={appeal} action={<Button onClick={() => void signOut()}>Sign out</Button>} />
    </main>
  );
}
