/** What blocking a person says. */
export const blockStrings = {
  block: "Block",
  unblock: "Unblock",
  blockTitle: (name: string) => `Block ${name}?`,
  blockText:
    "You cannot write direct messages to each other any more, and their messages in groups are folded. They are not told.",
  tooMany: "You have blocked as many people as you can. Unblock somebody first.",
  unblockTitle: (name: string) => `Unblock ${name}?`,
  unblockText: "You can write direct messages to each other again, and see their messages in groups.",
};
