/** "59 min 54 s"; from an hour on without seconds. */
function spokenWait(seconds: number): string {
  const minutes = seconds < 3_600 ? Math.floor(seconds / 60) : Math.ceil(seconds / 60);
  const parts = [
    [Math.floor(minutes / 60), "h"],
    [minutes % 60, "min"],
    [seconds < 3_600 ? seconds % 60 : 0, "s"],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(" ");
}

/** What the composer says. */
export const composerStrings = {
  label: (title: string) => `Message ${title}`,
  placeholder: (title: string) => `Message ${title}`,
  send: "Send",
  save: "Save changes",
  emoji: "Add an emoji",
  editing: "Editing message",
  cancelEdit: "Cancel editing",
  replyingTo: (name: string) => `Replying to ${name}`,
  cancelReply: "Cancel reply",
  deletedQuote: "Deleted message",
  charactersLeft: (left: number) => (left === 1 ? "1 character left" : `${left} characters left`),
  tooLong: (over: number) => (over === 1 ? "1 character too long" : `${over} characters too long`),
  emptyEdit: "A message needs text. Delete it instead if it should go.",
  waitSeconds: (seconds: number) => `You can send again in ${spokenWait(seconds)}`,
  archived: "This group is archived. Nobody can write here.",
  frozen: "This channel is frozen for now. You can read, but not write.",
  posting: "Only the owners and moderators of this group write here.",
  blocked: "You blocked this person.",
  muted: "You are muted and cannot write here for now.",
  notMember: "Join this group to write here.",
  peerGone: "This person's account is closed.",
  mentions: "People to mention",
  emojiNames: "Emoji by name",
  mentionEveryone: "Notify everyone here",
};
