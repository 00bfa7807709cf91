import { useEffect, useState } from "react";
import type { DraftStore } from "../composer/draft-store.ts";
import { useHydrated } from "../message/use-reader-zone.ts";

/** Reads unsent texts by channel, and again whenever one changes. */
export function useDrafts(drafts: DraftStore | undefined): (channelId: string) => string | null {
  const isHydrated = useHydrated();
  const [, setVersion] = useState(0);
  useEffect(() => drafts?.subscribe(() => setVersion((count) => count + 1)), [drafts]);
  return (channelId) => (isHydrated ? (drafts?.get(channelId)?.text ?? null) : null);
}
