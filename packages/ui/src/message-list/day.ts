import { dateFormat } from "../catalogue/formats.ts";
import type { Catalogue } from "../catalogue/english.ts";

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
// Zones differ by multiples of a quarter of an hour, so all moments in one share their date; formatting each message costs far more.
const held = new Map<string, Map<number, string>>();

/** The calendar day of a moment in a zone, as `2026-11-24`; undefined is the reader's zone. */
export function dayOf(moment: string, timeZone: string | undefined): string {
  const ms = Date.parse(moment);
  const zone = timeZone ?? "";
  const days = held.get(zone) ?? new Map<number, string>();
  held.set(zone, days);
  const quarter = Math.floor(ms / QUARTER_MS);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const day = dateFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(timeZone ? { timeZone } : {}),
  }).format(ms);
  days.set(quarter, day);
  return day;
}

/** "Today", "Yesterday", a weekday within the last week, else the date; with the year where it is not this one. */
export function dayLabel(
  day: string,
  timeZone: string | undefined,
  t: Pick<Catalogue, "message">,
  locale: string,
  now: number,
): string {
  const today = dayOf(new Date(now).toISOString(), timeZone);
  if (day === today) return t.message.today;
  const noon = Date.parse(`${day}T12:00:00Z`);
  const back = Math.round((Date.parse(`${today}T12:00:00Z`) - noon) / DAY_MS);
  if (back === 1) return t.message.yesterday;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const shape: Intl.DateTimeFormatOptions =
    back > 1 && back < 7
      ? { weekday: "long" }
      : { weekday: "short", day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) };
  return dateFormat(locale, { ...shape, timeZone: "UTC" }).format(noon);
}
