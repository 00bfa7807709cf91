import type { OwnSanction } from "@chat/contract";
import { siteBanOf, slices, type ChatClient } from "@chat/client";
import { useEffect } from "react";
import type { AppChat } from "../../chat.config.ts";
import { leaveIfSignedOut } from "../sign-in/accounts.ts";

/** Leaves for the sign-in page; who is signed in still, and let in no more, is banned: the page anew says why. */
async function leave(): Promise<void> {
  if (await leaveIfSignedOut()) return;
  const answer = await fetch("/api/trpc/sanction.mine").catch(() => null);
  if (!answer?.ok) return;
  const { result } = (await answer.json()) as { result: { data: { items: OwnSanction[] } } };
  if (siteBanOf(result.data.items) !== null) window.location.reload();
}

/** Leaves when this device was signed out from another one, or its person is banned from the whole site. */
export function useSignedOut(client: ChatClient<AppChat>): void {
  useEffect(
    () =>
      client.store.subscribe(slices.connection, () => {
        if (client.store.read(slices.connection).reason === "UNAUTHENTICATED") void leave();
      }),
    [client],
  );
}
