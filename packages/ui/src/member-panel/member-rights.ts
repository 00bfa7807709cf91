import type { Channel, MemberRole } from "@chat/contract";

/** What a role may do in a group; what is false is not shown. */
export interface MemberRights {
  edit: boolean;
  addPeople: boolean;
  removePeople: boolean;
  setRoles: boolean;
  transfer: boolean;
  archive: boolean;
  changeVisibility: boolean;
}

const none: MemberRights = {
  edit: false,
  addPeople: false,
  removePeople: false,
  setRoles: false,
  transfer: false,
  archive: false,
  changeVisibility: false,
};

/** The server decides; this only keeps buttons away that it would refuse. */
export function memberRights(channel: Pick<Channel, "type" | "archivedAt">, role: MemberRole | null): MemberRights {
  if (channel.type !== "group" || role === null) return none;
  const isOwner = role === "owner";
  if (channel.archivedAt !== null) return { ...none, archive: isOwner };
  const isModerator = isOwner || role === "moderator";
  return {
    edit: isModerator,
    addPeople: isModerator,
    removePeople: isModerator,
    setRoles: isOwner,
    transfer: isOwner,
    archive: isOwner,
    changeVisibility: isOwner,
  };
}

const ranks: Record<MemberRole, number> = { member: 0, moderator: 1, owner: 2 };

/** Whom one stands above: owners mute moderators and members, moderators members. */
export function mayMute(rights: MemberRights, mine: MemberRole | null, theirs: MemberRole, isMe: boolean): boolean {
  return rights.removePeople && !isMe && mine !== null && ranks[mine] > ranks[theirs];
}

/** Moderators may remove members only; owners anyone but themselves, who leave instead. */
export function mayRemove(rights: MemberRights, mine: MemberRole | null, theirs: MemberRole, isMe: boolean): boolean {
  if (!rights.removePeople || isMe) return false;
  return mine === "owner" || theirs === "member";
}
