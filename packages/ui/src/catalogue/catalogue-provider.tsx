"use client";

import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from "react";
import type { Catalogue, CatalogueOverrides } from "./english.ts";
import { useSurroundings } from "../root/portal-container.tsx";
import { isolateTexts } from "./isolate-texts.ts";
import { layOver } from "./lay-over.ts";

interface Language {
  /** The host's own texts. What it does not word each part words itself, so that none loads the texts of all the others. */
  strings: CatalogueOverrides;
  /** BCP 47 tag for dates, numbers and lists. */
  locale: string;
  /** IANA zone; undefined is the reader's own. */
  timeZone: string | undefined;
}

const LanguageContext = createContext<Language>({ strings: {}, locale: "en", timeZone: undefined });

export interface CatalogueProviderProps {
  /** Texts to lay over the English ones; keep the object's identity stable. */
  strings?: CatalogueOverrides;
  locale?: string;
  timeZone?: string;
  children: ReactNode;
}

/** Inside another one it takes over what it is not given. */
export function CatalogueProvider({ strings, locale, timeZone, children }: CatalogueProviderProps): ReactElement {
  const outer = useContext(LanguageContext);
  const language = useMemo(
    () => ({
      strings: strings ? { ...outer.strings, ...layOver(outer.strings, strings, Object.keys(strings)) } : outer.strings,
      locale: locale ?? outer.locale,
      timeZone: timeZone ?? outer.timeZone,
    }),
    [outer, strings, locale, timeZone],
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** A part's own texts in the reader's language: `const t = useTexts({ message: messageStrings })` with one object for ever. */
export function useTexts<T extends Partial<Catalogue>>(texts: T): T {
  const { strings } = useContext(LanguageContext);
  // What the host does not word stays English, wherever the page's text runs.
  const own = useSurroundings().dir === "rtl" ? isolateTexts(texts) : texts;
  return useMemo(() => {
    const features = Object.keys(own) as (keyof Catalogue)[];
    return features.some((feature) => strings[feature]) ? layOver(own, strings, features) : own;
  }, [own, strings]);
}

/** How dates and numbers are written here. */
export function useLocale(): { locale: string; timeZone: string | undefined } {
  return useContext(LanguageContext);
}
