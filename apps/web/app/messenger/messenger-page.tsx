import { redirect } from "next/navigation";
import { readPreferences } from "../preferences/read-preferences.ts";
import { readSite } from "../read-site.ts";
import { BannedPage } from "./banned-page.tsx";
import { channelPath, type Place } from "./channel-path.ts";
import { ChatApp } from "./chat-app.tsx";
import { loadBan } from "./load-ban.ts";
import { loadFirstPaint } from "./load-first-paint.ts";

/** The messenger with what it first shows; without a session, the way to sign in. */
export async function MessengerPage({ channelId, threadOf }: Place) {
  const [initial, preferences] = await Promise.all([loadFirstPaint(channelId), readPreferences()]);
  const path = channelPath(channelId, threadOf);
  if (initial === null) {
    const ban = await loadBan();
    if (ban !== null) return <BannedPage ban={ban} />;
    redirect(channelId === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  return <ChatApp initial={initial} preferences={preferences} siteName={readSite().name} />;
}
