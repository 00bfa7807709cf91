/** Why somebody reports a message or a person, in the order in which it is offered. */
export const reportReasons = [
  "spam",
  "harassment",
  "hate",
  "violence",
  "sexual",
  "selfHarm",
  "privateInformation",
  "other",
] as const;
export type ReportReason = (typeof reportReasons)[number];
