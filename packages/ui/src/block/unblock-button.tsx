"use client";

import type { UserRef } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { blockStrings } from "../catalogue/block-strings.ts";
import { Button } from "../primitives/button.tsx";
import { useBlocking } from "./use-blocking.tsx";

const texts = { block: blockStrings };

/** The way back, where the reader cannot write to somebody whom they blocked. */
export function UnblockButton({ person }: { person: Pick<UserRef, "id" | "name"> }): ReactElement {
  const t = useTexts(texts);
  const { ask, dialog } = useBlocking();
  return (
    <>
      <Button size="sm" onClick={() => ask?.(person)}>
        {t.block.unblock}
      </Button>
      {dialog}
    </>
  );
}
