import type { CatalogueOverrides } from "./english.ts";

/** Lays texts over others in the features that are named; `base` keeps the rest to itself. */
export function layOver<T extends CatalogueOverrides>(base: T, over: CatalogueOverrides, features: readonly string[]): T {
  const laid = (features as (keyof CatalogueOverrides)[]).map((feature) => [feature, { ...base[feature], ...over[feature] }]);
  return Object.fromEntries(laid) as T;
}
