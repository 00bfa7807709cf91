import { commonStrings } from "./common-strings.ts";
import { errorStrings } from "./error-strings.ts";
import { messageStrings } from "./message-strings.ts";
import { reactionStrings } from "./reaction-strings.ts";
import { systemStrings } from "./system-strings.ts";
import { typingStrings } from "./typing-strings.ts";

/** Every text of the kit, by feature. Another language is an object of the same shape; a host may also replace single texts. */
export const english = {
  common: commonStrings,
  errors: errorStrings,
  message: messageStrings,
  reaction: reactionStrings,
  system: systemStrings,
  typing: typingStrings,
};

export type Catalogue = typeof english;

/** Some texts of a catalogue, to lay over another one. */
export type CatalogueOverrides = { [Feature in keyof Catalogue]?: Partial<Catalogue[Feature]> };

/** Lays a host's own texts over a catalogue, feature by feature. */
export function mergeCatalogue(base: Catalogue, overrides: CatalogueOverrides | undefined): Catalogue {
  if (!overrides) return base;
  const features = Object.keys(base) as (keyof Catalogue)[];
  return Object.fromEntries(features.map((feature) => [feature, { ...base[feature], ...overrides[feature] }])) as unknown as Catalogue;
}
