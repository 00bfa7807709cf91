import type { MarkRead, MarkUnread, Membership } from "@chat/contract";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";

/** Read up to and with a seq; clears a mark made by hand. Errors: NOT_FOUND. */
export async function markRead(services: Services, caller: Caller, { channelId, seq }: MarkRead): Promise<Membership> {
  return services.cursors.readNow(channelId, caller.userId, seq);
}

/** Unread from and with a seq on, until the next explicit read. Errors: NOT_FOUND. */
export async function markUnread(services: Services, caller: Caller, { channelId, seq }: MarkUnread): Promise<Membership> {
  return services.cursors.markUnread(channelId, caller.userId, seq);
}
