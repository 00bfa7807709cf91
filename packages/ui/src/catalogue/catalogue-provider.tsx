"use client";

import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from "react";
import { english, mergeCatalogue, type Catalogue, type CatalogueOverrides } from "./english.ts";

interface Language {
  strings: Catalogue;
  /** BCP 47 tag for dates, numbers and lists. */
  locale: string;
  /** IANA zone; undefined is the reader's own. */
  timeZone: string | undefined;
}

const LanguageContext = createContext<Language>({ strings: english, locale: "en", timeZone: undefined });

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
      strings: mergeCatalogue(outer.strings, strings),
      locale: locale ?? outer.locale,
      timeZone: timeZone ?? outer.timeZone,
    }),
    [outer, strings, locale, timeZone],
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The kit's texts in the reader's language: `const t = useCatalogue(); t.message.reply`. */
export function useCatalogue(): Catalogue {
  return useContext(LanguageContext).strings;
}

/** How dates and numbers are written here. */
export function useLocale(): { locale: string; timeZone: string | undefined } {
  return useContext(LanguageContext);
}
