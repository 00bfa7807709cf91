// Making an Intl formatter costs far more than using one, so each is made once.
const dates = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

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

/** Words a distance in time as the language does: "yesterday", "3 hours ago". */
export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const made = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  relatives.set(locale, made);
  return made;
}
