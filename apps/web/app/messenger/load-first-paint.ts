import type { InitialData } from "@chat/client";
import { cache } from "react";
import type { AppChat } from "../../chat.config.ts";
import { callChat, codeOf, loadMe } from "./load-me.ts";

/**
 * What the messenger shows before any script has run: me, my channels and threads, whom I blocked, the open channel's messages. Null without a
 * session. Read once a request, for the page and for its title.
 */
export const loadFirstPaint = cache(async (channelId: string | null): Promise<InitialData<AppChat> | null> => {
  const me = await loadMe();
  if (me === null) return null;
  const call = await callChat();
  const [channels, threads, blocked, page] = await Promise.all([
    call.channel.list({}),
    call.channel.listThreads({}),
    call.user.blocked(),
    channelId === null ? null : loadPage(channelId),
  ]);
  const timeline = channelId !== null && page !== null ? { channelId, page } : undefined;
  return { me, channels, threads, blocked: blocked.items, ...(timeline && { timeline }) };
});

/** Null for what is not there or not for this reader; the screen says so. */
async function loadPage(channelId: string) {
  const call = await callChat();
  try {
    return await call.message.list({ channelId });
  } catch (error) {
    if (codeOf(error) === "NOT_FOUND" || codeOf(error) === "BAD_REQUEST") return null;
    throw error;
  }
}
