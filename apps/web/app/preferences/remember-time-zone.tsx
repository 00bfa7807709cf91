"use client";

import { useEffect } from "react";
import { keepCookie } from "./keep-cookie.ts";
import { timeZoneCookie } from "./preferences.ts";

/** Tells the server which zone this browser is in, so that the next page comes with the reader's own times. */
export function RememberTimeZone({ known }: { known: string | undefined }): null {
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (timeZone !== known) keepCookie(timeZoneCookie, timeZone);
  }, [known]);
  return null;
}
