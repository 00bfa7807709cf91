// Making an Intl formatter costs far more than using one, so each is made once.
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, made);
  return made;
}

/** Joins names as the language does: "Ann, Ben and Cleo". */
export function listFormat(locale: string): Intl.ListFormat {
  const made = lists.get(locale) ?? new Intl.ListFormat(locale, { type: "conjunction", style: "long" });
  lists.set(locale, made);
  return made;
}
