import { redirect } from "next/navigation";
import { readPreferences } from "../preferences/read-preferences.ts";
import { ChatApp } from "./chat-app.tsx";
import { loadFirstPaint } from "./load-first-paint.ts";

/** The messenger with what it first shows; without a session, the way to sign in. */
export async function MessengerPage({ channelId }: { channelId: string | null }) {
  const [initial, preferences] = await Promise.all([loadFirstPaint(channelId), readPreferences()]);
  if (initial === null) redirect(channelId === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(`/c/${channelId}`)}`);
  return <ChatApp initial={initial} preferences={preferences} />;
}
