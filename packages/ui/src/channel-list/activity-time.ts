import { dateFormat, relativeFormat } from "../catalogue/formats.ts";

/** The reader's language and, where it is not the machine's own, time zone. */
interface Reader {
  locale: string;
  timeZone?: string | undefined;
}

/** The calendar day of a moment in the reader's zone, as a number of days that can be subtracted. */
function dayNumber(moment: Date, timeZone: string | undefined): number {
  const [year = 0, month = 0, day = 0] = dateFormat("sv-SE", { timeZone, dateStyle: "short" })
    .format(moment)
    .split("-")
    .map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

const capitalised = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

function dayOrYear(moment: Date, now: Date, { locale, timeZone }: Reader): string {
  const isThisYear = moment.getFullYear() === now.getFullYear();
  return dateFormat(locale, { timeZone, day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) }).format(
    moment,
  );
}

/** When something last happened, as short as a list wants it: the time today, "Yesterday", a weekday this week, then the date. */
export function activityTime(iso: string, now: Date, reader: Reader): string {
  const { locale, timeZone } = reader;
  const moment = new Date(iso);
  const days = dayNumber(now, timeZone) - dayNumber(moment, timeZone);
  if (days <= 0) return dateFormat(locale, { timeZone, timeStyle: "short" }).format(moment);
  if (days === 1) return capitalised(relativeFormat(locale).format(-1, "day"), locale);
  if (days < 7) return dateFormat(locale, { timeZone, weekday: "short" }).format(moment);
  return dayOrYear(moment, now, reader);
}

/** A moment in full, for a tooltip or `title`. */
export function fullTime(iso: string, { locale, timeZone }: Reader): string {
  return dateFormat(locale, { timeZone, dateStyle: "full", timeStyle: "short" }).format(new Date(iso));
}

/** How long ago: "2 minutes ago", "yesterday", then the date; under a minute null, which callers word as "just now". */
export function timeAgo(iso: string, now: Date, reader: Reader): string | null {
  const moment = new Date(iso);
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  if (minutes < 1) return null;
  const relative = relativeFormat(reader.locale);
  if (minutes < 60) return relative.format(-minutes, "minute");
  const days = dayNumber(now, reader.timeZone) - dayNumber(moment, reader.timeZone);
  if (days === 0 || minutes < 6 * 60) return relative.format(-Math.floor(minutes / 60), "hour");
  return days < 7 ? relative.format(-days, "day") : dayOrYear(moment, now, reader);
}
