import type { ReportReason } from "@chat/contract";

/** 0 ordinary, 1 serious, 2 urgent, 3 the most urgent. */
export type Priority = 0 | 1 | 2 | 3;

/** What may do harm outside of the chat cannot wait. A rule's or a later setting's own reasons are ordinary. */
const weights: Readonly<Record<string, number>> = {
  violence: 2,
  selfHarm: 2,
  privateInformation: 2,
  hate: 1,
  harassment: 1,
  sexual: 1,
} satisfies Partial<Record<ReportReason, number>>;

/** Of a case, by the gravest of its reasons; one step more from three people on, and from ten. */
export function rankCase(reasons: readonly string[]): Priority {
  const gravest = Math.max(0, ...reasons.map((reason) => weights[reason] ?? 0));
  const many = reasons.length >= 10 ? 2 : reasons.length >= 3 ? 1 : 0;
  return Math.min(3, gravest + many) as Priority;
}
