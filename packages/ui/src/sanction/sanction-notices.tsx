"use client";

import { useSanctions } from "@chat/client/react";
import type { OwnSanction } from "@chat/contract";
import { Suspense, type ReactElement } from "react";
import { lazyPart } from "../primitives/lazy-part.ts";

const SanctionScreen = lazyPart(() => import("./sanction-screen.tsx").then((module) => module.SanctionScreen), "first-use");

/** What the reader has not taken note of: a decision, or the answer to an appeal. */
function isNews({ seenAt, appeal }: OwnSanction): boolean {
  if (seenAt === null) return true;
  return appeal !== null && appeal.decidedAt !== null && appeal.decidedAt > seenAt;
}

/** Over the messenger, one after the other, what moderators decided about the reader. */
export function SanctionNotices(): ReactElement | null {
  const news = useSanctions().state.items.find(isNews);
  if (news === undefined) return null;
  return (
    <Suspense fallback={null}>
      <SanctionScreen key={news.id} sanction={news} />
    </Suspense>
  );
}
