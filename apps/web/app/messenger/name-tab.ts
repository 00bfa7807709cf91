import { channelTitle } from "@chat/ui";
import { english } from "@chat/ui/catalogue";
import type { Metadata } from "next";
import { loadFirstPaint } from "./load-first-paint.ts";

/** The tab's name as the messenger keeps it later, so that it is right before any script has run. */
export async function nameTab(channelId: string | null): Promise<Metadata> {
  const initial = await loadFirstPaint(channelId);
  if (initial === null) return {};
  const { channelList, messenger } = english;
  const { channels, threads } = initial;
  const open = channels?.items.find(({ channel }) => channel.id === channelId);
  const untitled = open?.channel.type === "direct" ? channelList.formerPerson : channelList.untitled;
  const unread = (channels?.unreadTotal ?? 0) + (threads?.unreadTotal ?? 0);
  return { title: { absolute: messenger.tabTitle(unread, open ? channelTitle(open, untitled) : null, messenger.product) } };
}
