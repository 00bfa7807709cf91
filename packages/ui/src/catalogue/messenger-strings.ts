/** What the screens and the connection banner say. */
export const messengerStrings = {
  connecting: "Connecting…",
  reconnecting: "Reconnecting…",
  offline: "You are offline. Messages will wait.",
  online: "Back online",
  retryNow: "Retry now",
  signedOut: "You are signed out.",
  forbidden: "The chat does not let this page in.",
  newVersion: "There is a newer version.",
  reload: "Reload",
  pickTitle: "Pick a conversation",
  pickText: "Choose one on the left, or write to someone new.",
  pickAction: "New message",
  missingTitle: "This conversation is not here",
  missingText: "It may have been removed, or you are no longer in it.",
  missingAction: "Back to conversations",
  join: "Join group",
  tabTitle: (unread: number, channel: string | null, product: string) =>
    `${unread > 0 ? `(${unread > 99 ? "99+" : unread}) ` : ""}${channel === null ? product : `${channel} — ${product}`}`,
  product: "@chat",
};
