const plural = new Intl.PluralRules("en");
const counted = (count: number, one: string, other: string) => `${count} ${plural.select(count) === "one" ? one : other}`;

/** What threads say. */
export const threadStrings = {
  title: "Thread",
  reply: "Reply in thread",
  open: "Open thread",
  close: "Close thread",
  back: "Back to the conversation",
  replies: (count: number) => counted(count, "reply", "replies"),
  lastReply: (when: string) => `Last reply ${when}`,
  lastReplyNow: "Last reply just now",
  unread: (count: number) => counted(count, "new reply", "new replies"),
  mentions: (count: number) => counted(count, "mention", "mentions"),
  follow: "Follow thread",
  unfollow: "Stop following",
  showParent: "Show in the conversation",
  list: "Replies",
  write: "Reply in thread",
  emptyTitle: "No replies yet",
  emptyText: "Replies stay here, beside the conversation.",
  gone: "The thread is not here any more, or not for you.",
  failed: "The thread could not be opened",
  all: "Threads",
  allHint: "Threads that you follow",
  allEmptyTitle: "No threads yet",
  allEmptyText: "Threads that you write in or are mentioned in are listed here.",
  allFailed: "Your threads could not be loaded",
  inChannel: (channel: string) => `in ${channel}`,
  you: "You",
};
