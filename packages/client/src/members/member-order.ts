import type { ListedMember, MemberRole } from "@chat/contract";

const ranks: Record<MemberRole, number> = { owner: 0, moderator: 1, member: 2 };

/** As the server lists them: owners, moderators, then by name. */
export function memberOrder(a: ListedMember, b: ListedMember): number {
  return ranks[a.role] - ranks[b.role] || a.user.name.localeCompare(b.user.name);
}
