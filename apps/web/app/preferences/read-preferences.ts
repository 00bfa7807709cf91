import { cookies } from "next/headers";
import { parsePreferences, themeCookie, timeZoneCookie, type Preferences } from "./preferences.ts";

/** The preferences that this request's browser sent. For server components. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  return parsePreferences(jar.get(themeCookie)?.value, jar.get(timeZoneCookie)?.value);
}
