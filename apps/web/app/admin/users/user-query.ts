import type { ListAdminUsers } from "@chat/contract";

/** What the address of the screen may hold, and what counts where it holds nothing. */
export const noFilters = { q: "", role: "", state: "", seen: "", reported: "", sort: "-createdAt", id: "" };
export type UserFilters = Readonly<typeof noFilters>;

export const roles = [
  { value: "user", label: "Users" },
  { value: "moderator", label: "Moderators" },
  { value: "admin", label: "Admins" },
] as const;
export const states = [
  { value: "active", label: "Active" },
  { value: "muted", label: "Muted" },
  { value: "banned", label: "Banned" },
  { value: "deactivated", label: "Deactivated" },
] as const;
export const seen = [
  { value: "day", label: "Today" },
  { value: "week", label: "This week" },
  { value: "month", label: "This month" },
  { value: "longer", label: "Over a month ago" },
  { value: "never", label: "Never" },
] as const;
export const reported = [
  { value: "yes", label: "With open cases" },
  { value: "no", label: "Without" },
] as const;
const sorts = ["name", "-name", "createdAt", "-createdAt", "lastSeenAt", "-lastSeenAt"] as const;

const known = <V extends string>(value: string, options: readonly { readonly value: V }[]): V | undefined =>
  options.find((option) => option.value === value)?.value;

/** The filter of an address as the server takes it; what it does not know is no filter. */
export function toFilter({ q, role, state, seen: since, reported: isReported }: UserFilters) {
  return {
    query: q.slice(0, 100),
    role: known(role, roles),
    state: known(state, states),
    seen: known(since, seen),
    isReported: isReported === "yes" ? true : isReported === "no" ? false : undefined,
  };
}

export function toSort({ sort }: UserFilters): NonNullable<ListAdminUsers["sort"]> {
  return sorts.find((known) => known === sort) ?? "-createdAt";
}

export function hasFilters({ q, role, state, seen: since, reported: isReported }: UserFilters): boolean {
  return [q, role, state, since, isReported].some((value) => value !== "");
}
