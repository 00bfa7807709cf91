"use client";

import { useChatClient } from "@chat/client/react";
import { useState } from "react";

/** How long sending may take before the person is asked, in milliseconds. */
const patienceMs = 3_000;

/** Signing out without losing words: first what is unsent is sent; what cannot be is given up only once the person says so. */
export function useSignOut(onSignOut: (() => void) | undefined) {
  const client = useChatClient();
  const [unsent, setUnsent] = useState(0);
  return {
    /** Messages that could not be sent; above 0, the person is to be asked. */
    unsent,
    start: () =>
      void client.outbox.settle(patienceMs).then((left) => {
        if (left === 0) onSignOut?.();
        else setUnsent(left);
      }),
    confirm: () => {
      client.outbox.discardAll();
      onSignOut?.();
    },
    cancel: () => setUnsent(0),
  };
}
