"use client";

import { useMe } from "@chat/client/react";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { blockStrings } from "../catalogue/block-strings.ts";
import { reportStrings } from "../catalogue/report-strings.ts";
import { Button } from "../primitives/button.tsx";
import { AlertIcon, EyeOffIcon } from "../primitives/icons.tsx";
import { useReporting } from "../report/use-reporting.tsx";
import { useBlocking } from "./use-blocking.tsx";

const texts = { block: blockStrings, report: reportStrings };

/** Under somebody's name: to report them, and to block them or end it. Only what the server can do is offered. */
export function PersonSafety({ userId, name }: { userId: string; name: string }): ReactElement | null {
  const t = useTexts(texts);
  const isMe = useMe().state.me?.id === userId;
  const blocking = useBlocking();
  const reporting = useReporting();
  if (isMe || (!blocking.ask && !reporting.report)) return null;
  return (
    <div data-slot="person-safety" className="chat:mt-3 chat:flex chat:flex-wrap chat:justify-center chat:gap-2">
      {blocking.ask && (
        <Button variant="ghost" icon={<EyeOffIcon />} onClick={() => blocking.ask?.({ id: userId, name })}>
          {blocking.blocked.has(userId) ? t.block.unblock : t.block.block}
        </Button>
      )}
      {reporting.report && (
        <Button variant="ghost" icon={<AlertIcon />} onClick={() => reporting.report?.({ userId, name })}>
          {t.report.person}
        </Button>
      )}
      {blocking.dialog}
      {reporting.dialog}
    </div>
  );
}
