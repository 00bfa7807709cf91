import { slices, type ChatClient } from "@chat/client";
import { useEffect } from "react";
import type { AppChat } from "../../chat.config.ts";
import { leaveIfSignedOut } from "../sign-in/accounts.ts";

/** Leaves for the sign-in page when this device was signed out from another one. */
export function useSignedOut(client: ChatClient<AppChat>): void {
  useEffect(
    () =>
      client.store.subscribe(slices.connection, () => {
        if (client.store.read(slices.connection).reason === "UNAUTHENTICATED") void leaveIfSignedOut();
      }),
    [client],
  );
}
