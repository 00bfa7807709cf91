"use client";

import { useBlocks } from "@chat/client/react";
import type { UserRef } from "@chat/contract";
import { Suspense, useState, type ReactNode } from "react";
import { lazyPart } from "../primitives/lazy-part.ts";

const BlockDialog = lazyPart(() => import("./block-dialog.tsx").then((module) => module.BlockDialog), "first-use");

/** Blocking somebody, or ending it: how to ask, left out where the server knows of no blocks, whom it concerns, and the dialog that then opens. */
export function useBlocking(): {
  ask: ((person: Pick<UserRef, "id" | "name">) => void) | undefined;
  blocked: ReadonlySet<string>;
  dialog: ReactNode;
} {
  const { isAvailable, userIds } = useBlocks().state;
  const [person, setPerson] = useState<Pick<UserRef, "id" | "name"> | null>(null);
  return {
    ask: isAvailable ? setPerson : undefined,
    blocked: userIds,
    dialog: person && (
      <Suspense fallback={null}>
        <BlockDialog userId={person.id} name={person.name} onClose={() => setPerson(null)} />
      </Suspense>
    ),
  };
}
