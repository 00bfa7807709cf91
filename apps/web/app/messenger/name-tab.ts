import { channelName } from "@chat/ui";
import { english } from "@chat/ui/catalogue";
import type { Metadata } from "next";
import { readSite } from "../read-site.ts";
import { loadFirstPaint } from "./load-first-paint.ts";

/** The tab's name as the messenger keeps it later, so that it is right before any script has run. */
export async function nameTab(channelId: string | null): Promise<Metadata> {
  const initial = await loadFirstPaint(channelId);
  if (initial === null) return {};
  const { channels, threads } = initial;
  const open = channels?.items.find(({ channel }) => channel.id === channelId);
  const unread = (channels?.unreadTotal ?? 0) + (threads?.unreadTotal ?? 0);
  const { tabTitle } = english.messenger;
  return { title: { absolute: tabTitle(unread, open ? channelName(open, english) : null, readSite().name) } };
}
