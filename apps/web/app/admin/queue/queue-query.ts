import type { ListCases } from "@chat/contract";

/** What the address of the screen may hold, and what counts where it holds nothing. */
export const noFilters = { state: "open", assignee: "", reason: "", priority: "", target: "", q: "", case: "" };
export type QueueFilters = Readonly<typeof noFilters>;

export const states = ["open", "assigned", "resolved"] as const;
export type QueueState = (typeof states)[number];

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const toState = ({ state }: Pick<QueueFilters, "state">): QueueState => states.find((one) => one === state) ?? "open";

/** The filter as the server takes it; what it does not know is no filter. */
export function toListed(filters: QueueFilters, myId: string): ListCases {
  const { assignee, reason, priority, target, q } = filters;
  return {
    state: toState(filters),
    ...(assignee === "me" && { assigneeId: myId }),
    ...(isId.test(assignee) && { assigneeId: assignee }),
    ...(reason !== "" && { reason: reason.slice(0, 40) }),
    ...(/^[0-3]$/.test(priority) && { priority: Number(priority) }),
    ...((target === "message" || target === "user") && { target }),
    ...(q !== "" && { text: q.slice(0, 100) }),
  };
}

export const hasFilters = ({ assignee, reason, priority, target, q }: QueueFilters) =>
  [assignee, reason, priority, target, q].some((value) => value !== "");
