"use client";

import { useSyncExternalStore } from "react";
import { useLocale } from "../catalogue/catalogue-provider.tsx";

const never = () => () => {};

/** False on the server and while its markup is taken over, true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** The zone to write times in. The server does not know the reader's, so until the page lives it is UTC and not yet to be shown. */
export function useReaderZone(): { timeZone: string | undefined; isKnown: boolean } {
  const { timeZone } = useLocale();
  const hydrated = useHydrated();
  return { timeZone: timeZone ?? (hydrated ? undefined : "UTC"), isKnown: hydrated || timeZone !== undefined };
}
