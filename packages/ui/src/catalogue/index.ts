export { CatalogueProvider, useLocale, type CatalogueProviderProps } from "./catalogue-provider.tsx";
export { useCatalogue } from "./use-catalogue.ts";
export { english, mergeCatalogue, type Catalogue, type CatalogueOverrides } from "./english.ts";
export { dateFormat, listFormat } from "./formats.ts";
