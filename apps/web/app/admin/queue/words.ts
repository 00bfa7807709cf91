import type { CaseAction, ReportReason } from "@chat/contract";

/** What a report's reason is called; a rule's own stands for itself. */
const reasonNames: Readonly<Record<ReportReason, string>> = {
  spam: "Spam",
  harassment: "Harassment",
  hate: "Hate",
  violence: "Violence or threats",
  sexual: "Sexual content",
  selfHarm: "Self-harm",
  privateInformation: "Private information",
  other: "Other",
};
const reasons: Readonly<Record<string, string>> = reasonNames;
export const reasonName = (reason: string) => reasons[reason] ?? reason;
export const reasonOptions = Object.entries(reasonNames).map(([value, label]) => ({ value, label }));

export const priorities = ["Ordinary", "Serious", "Urgent", "Most urgent"] as const;

/** What the person is told, by the reason that they were reported for. */
const told: Readonly<Record<string, string>> = {
  spam: "Spam or advertising",
  harassment: "Harassment of others",
  hate: "Hateful words",
  violence: "Violence or threats",
  sexual: "Sexual content",
  selfHarm: "Content about self-harm",
  privateInformation: "Private information of others",
  other: "Against the rules of this site",
};

/** Sentences to choose from, those of the given reasons first. */
export function toldReasons(given: readonly string[]): string[] {
  const first = given.flatMap((reason) => told[reason] ?? []);
  return [...new Set([...first, ...Object.values(told)])];
}

/** Why nothing is done, the usual reason first. */
const dismissReasons = ["No rule is broken", "Reported by mistake", "It was dealt with already", "Too little to tell"];
const escalateReasons = ["An admin should decide", "It concerns staff", "It may be against the law", "The rules do not say"];

/** Sentences to choose from for a decision; `given` is what the case was reported for. */
export function reasonsFor(action: CaseAction, given: readonly string[]): string[] {
  if (action === "dismiss") return dismissReasons;
  return action === "escalate" ? escalateReasons : toldReasons(given);
}

export interface ActionWords {
  readonly label: string;
  readonly key: string;
  /** "Muted Una" and so on. */
  readonly done: (name: string) => string;
  readonly title: (name: string) => string;
}

export const actionWords: Readonly<Record<CaseAction, ActionWords>> = {
  dismiss: { label: "Dismiss", key: "d", done: () => "Dismissed", title: (name) => `Dismiss the case of ${name}` },
  delete: {
    label: "Delete",
    key: "x",
    done: (name) => `Deleted the message of ${name}`,
    title: (name) => `Delete the message of ${name}`,
  },
  warn: { label: "Warn", key: "w", done: (name) => `Warned ${name}`, title: (name) => `Warn ${name}` },
  mute: { label: "Mute", key: "m", done: (name) => `Muted ${name}`, title: (name) => `Mute ${name}` },
  ban: { label: "Ban", key: "b", done: (name) => `Banned ${name}`, title: (name) => `Ban ${name}` },
  escalate: { label: "Escalate", key: "e", done: () => "Escalated to the admins", title: () => "Leave it to the admins" },
};

/** What was decided, in the past. */
export function decidedName(action: string | null): string {
  const names: Readonly<Record<string, string>> = {
    dismiss: "dismissed",
    delete: "message deleted",
    warn: "warned",
    mute: "muted",
    ban: "banned",
    escalate: "escalated",
    merge: "joined with an earlier case",
  };
  return names[action ?? ""] ?? "decided";
}
