"use client";

import { useTexts } from "./catalogue-provider.tsx";
import { english, type Catalogue } from "./english.ts";

/** All of the kit's texts in the reader's language: `const t = useCatalogue(); t.message.reply`. The kit's parts load only their own. */
export function useCatalogue(): Catalogue {
  return useTexts(english);
}
