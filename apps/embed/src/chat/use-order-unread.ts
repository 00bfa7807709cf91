import { useChannels } from "@chat/client/react";
import { roomOf } from "../../shop/order.ts";

/** How much is unread in an order's conversation. */
export function useOrderUnread(orderId: string): number {
  const { items } = useChannels().state;
  return items.find(({ entry }) => entry.channel.key === roomOf(orderId))?.unread ?? 0;
}
