export const reactionStrings = {
  add: "Add reaction",
  addNamed: (emoji: string) => `React with ${emoji}`,
  pill: (emoji: string, count: number, mine: boolean) =>
    `${emoji}, ${count} ${count === 1 ? "reaction" : "reactions"}${mine ? ", one of them yours" : ""}`,
  reacted: (names: string, emoji: string) => `${names} reacted with ${emoji}`,
  andOthers: (names: string, others: number) => `${names} and ${others} ${others === 1 ? "other" : "others"}`,
  people: (count: number) => `${count} ${count === 1 ? "person" : "people"}`,
  all: "Reactions",
  picker: "Choose an emoji",
  search: "Search emoji",
  frequent: "Frequently used",
  empty: (search: string) => `No emoji found for “${search}”`,
  loadFailed: "The emoji could not be loaded",
};
