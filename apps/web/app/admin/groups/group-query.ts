/** What the address of the screen may hold, and what counts where it holds nothing. `read`: its transcript is asked for. */
export const noFilters = { q: "", type: "", visibility: "", state: "", sort: "-activity", id: "", read: "" };
export type GroupFilters = Readonly<typeof noFilters>;

export const types = [{ value: "direct", label: "Direct messages" }] as const;
export const visibilities = [
  { value: "public", label: "Public" },
  { value: "private", label: "Private" },
] as const;
export const states = [
  { value: "active", label: "Active" },
  { value: "frozen", label: "Frozen" },
  { value: "archived", label: "Archived" },
] as const;
const sorts = ["activity", "name", "members", "messages", "created"] as const;

const known = <V extends string>(value: string, options: readonly { readonly value: V }[]): V | undefined =>
  options.find((option) => option.value === value)?.value;

/** The filter of an address as the server takes it; what it does not know is no filter. */
export function toInput({ q, type, visibility, state, sort }: GroupFilters) {
  const by = sorts.find((one) => one === sort.replace(/^-/, "")) ?? "activity";
  return {
    query: q.slice(0, 100),
    type: known(type, types) ?? ("group" as const),
    visibility: known(visibility, visibilities),
    state: known(state, states),
    sort: by,
    descending: sort.startsWith("-"),
  };
}

export function hasFilters({ q, type, visibility, state }: GroupFilters): boolean {
  return [q, type, visibility, state].some((value) => value !== "");
}
