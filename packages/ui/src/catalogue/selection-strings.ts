const plural = new Intl.PluralRules("en");
const messages = (count: number) => `${count} ${plural.select(count) === "one" ? "message" : "messages"}`;

/** What selecting several messages says. */
export const selectionStrings = {
  label: "Selected messages",
  selected: (count: number) => `${count} selected`,
  end: "End selecting",
  copy: "Copy selected messages",
  delete: "Delete selected messages",
  deleteTitle: (count: number) => `Delete ${messages(count)}?`,
  forward: "Forward",
  forwardTitle: (count: number) => `Forward ${messages(count)}`,
  forwardSearch: "Find a conversation",
  forwardTo: "Conversations",
  forwardNobody: "No conversation by that name",
  forwardNowhere: "There is no conversation in which you may write",
  forwardedFrom: (author: string) => `Forwarded from ${author}`,
  forwardedTo: (name: string) => `Forwarded to ${name}`,
  notForwarded: (failed: number, count: number, name: string, why: string) =>
    `${count === 1 ? "Not" : `${failed} of ${count} not`} forwarded to ${name}: ${why}`,
};
