import { redirect } from "next/navigation";
import { readPreferences } from "../preferences/read-preferences.ts";
import { readSite } from "../read-site.ts";
import { channelPath, type Place } from "./channel-path.ts";
import { ChatApp } from "./chat-app.tsx";
import { loadFirstPaint } from "./load-first-paint.ts";

/** The messenger with what it first shows; without a session, the way to sign in. */
export async function MessengerPage({ channelId, threadOf }: Place) {
  const [initial, preferences] = await Promise.all([loadFirstPaint(channelId), readPreferences()]);
  const path = channelPath(channelId, threadOf);
  if (initial === null) redirect(channelId === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  return <ChatApp initial={initial} preferences={preferences} siteName={readSite().name} />;
}
