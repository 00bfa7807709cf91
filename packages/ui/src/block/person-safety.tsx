"use client";

import { useBlocks, useMe } from "@chat/client/react";
import { Suspense, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { blockStrings } from "../catalogue/block-strings.ts";
import { reportStrings } from "../catalogue/report-strings.ts";
import { Button } from "../primitives/button.tsx";
import { AlertIcon, EyeOffIcon } from "../primitives/icons.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";
import { useReporting } from "../report/use-reporting.tsx";

const texts = { block: blockStrings, report: reportStrings };
const BlockDialog = lazyPart(() => import("./block-dialog.tsx").then((module) => module.BlockDialog), "first-use");

/** Under somebody's name: to report them, and to block them or end it. Only what the server can do is offered. */
export function PersonSafety({ userId, name }: { userId: string; name: string }): ReactElement | null {
  const t = useTexts(texts);
  const isMe = useMe().state.me?.id === userId;
  const { userIds, isAvailable } = useBlocks().state;
  const reporting = useReporting();
  const [isAsking, setAsking] = useState(false);
  if (isMe || (!isAvailable && !reporting.report)) return null;
  return (
    <div data-slot="person-safety" className="chat:mt-3 chat:flex chat:flex-wrap chat:justify-center chat:gap-2">
      {isAvailable && (
        <Button variant="ghost" icon={<EyeOffIcon />} onClick={() => setAsking(true)}>
          {userIds.has(userId) ? t.block.unblock : t.block.block}
        </Button>
      )}
      {reporting.report && (
        <Button variant="ghost" icon={<AlertIcon />} onClick={() => reporting.report?.({ userId, name })}>
          {t.report.person}
        </Button>
      )}
      {isAsking && (
        <Suspense fallback={null}>
          <BlockDialog userId={userId} name={name} onClose={() => setAsking(false)} />
        </Suspense>
      )}
      {reporting.dialog}
    </div>
  );
}
