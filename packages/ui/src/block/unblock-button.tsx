"use client";

import type { UserRef } from "@chat/contract";
import { Suspense, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { blockStrings } from "../catalogue/block-strings.ts";
import { Button } from "../primitives/button.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";

const texts = { block: blockStrings };
const BlockDialog = lazyPart(() => import("./block-dialog.tsx").then((module) => module.BlockDialog), "first-use");

/** The way back, where the reader cannot write to somebody whom they blocked. */
export function UnblockButton({ person }: { person: Pick<UserRef, "id" | "name"> }): ReactElement {
  const t = useTexts(texts);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {t.block.unblock}
      </Button>
      {isAsking && (
        <Suspense fallback={null}>
          <BlockDialog userId={person.id} name={person.name} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
