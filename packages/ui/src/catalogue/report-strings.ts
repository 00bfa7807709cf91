/** What reporting a message or a person says. */
export const reportStrings = {
  person: "Report",
  messageTitle: (author: string) => `Report the message of ${author}`,
  personTitle: (name: string) => `Report ${name}`,
  text: "Moderators of this site will look at it. Who is reported is not told by whom.",
  reason: "What is wrong with it?",
  reasonMissing: "Choose a reason.",
  comment: "Anything that moderators should know (optional)",
  send: "Send report",
  sentTitle: "Thank you for the report",
  sentText: "Moderators have it, and will decide what happens.",
  reasons: {
    spam: "Spam or advertising",
    harassment: "Harassment or bullying",
    hate: "Hate",
    violence: "Violence or threats",
    sexual: "Sexual content",
    selfHarm: "Self-harm",
    privateInformation: "Private information",
    other: "Something else",
  },
};
