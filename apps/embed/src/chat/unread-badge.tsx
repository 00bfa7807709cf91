import { useChannels } from "@chat/client/react";

/** How much is unread in all conversations; nothing where nothing is. */
export function UnreadBadge() {
  const { unreadTotal } = useChannels().state;
  if (unreadTotal === 0) return null;
  return (
    <span className="badge" aria-label={`${unreadTotal} unread`}>
      {unreadTotal > 99 ? "99+" : unreadTotal}
    </span>
  );
}
