export { CatalogueProvider, useCatalogue, useLocale, type CatalogueProviderProps } from "./catalogue-provider.tsx";
export { english, mergeCatalogue, type Catalogue, type CatalogueOverrides } from "./english.ts";
export { dateFormat, listFormat } from "./formats.ts";
