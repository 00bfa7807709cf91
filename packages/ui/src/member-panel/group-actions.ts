import type { MemberRole } from "@chat/contract";
import type { Attempt } from "../dialogs/use-attempt.ts";

/** What can be changed of a group in its details. */
export interface GroupChange {
  name?: string;
  description?: string | null;
  image?: string | null;
  visibility?: "public" | "private";
  postingPolicy?: "everyone" | "moderators";
}

/** What the details of a group can do. Each answers what to tell the person, or null where it worked. */
export interface GroupActions {
  onUpdate: (change: GroupChange) => Attempt;
  onRemove: (userId: string) => Attempt;
  onSetRole: (userId: string, role: MemberRole) => Attempt;
  onTransfer: (userId: string) => Attempt;
  /** Keeps a member from writing, with null for good; left out where the server cannot. */
  onMute?: ((userId: string, mute: { reason: string; durationMinutes: number | null }) => Attempt) | undefined;
  onUnmute?: ((userId: string) => Attempt) | undefined;
  onLeave: () => Attempt;
  onArchive: (archived: boolean) => Attempt;
}
