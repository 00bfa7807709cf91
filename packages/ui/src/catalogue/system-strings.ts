import type { SystemLineType } from "@chat/contract";

/** What a system line says. `actor` did it, `people` it was done to (already joined to one string), `value` is the new name, role and so on. */
export interface SystemLineParts {
  actor: string;
  people: string;
  value: string;
}

type SystemStrings = Record<SystemLineType, (parts: SystemLineParts) => string> & {
  unknown: (parts: SystemLineParts) => string;
  descriptionRemoved: (parts: SystemLineParts) => string;
  roles: Record<"owner" | "moderator" | "member", string>;
  visibilities: Record<"public" | "private", string>;
  /** Who writes in the group from now on. */
  posting: Record<"everyone" | "moderators", string>;
};

export const systemStrings: SystemStrings = {
  "channel.created": ({ actor }) => `${actor} created the group`,
  "channel.renamed": ({ actor, value }) => `${actor} renamed the group to “${value}”`,
  "channel.described": ({ actor, value }) => `${actor} changed the description to “${value}”`,
  "channel.image": ({ actor }) => `${actor} changed the group picture`,
  "channel.visibility": ({ actor, value }) => `${actor} made the group ${value}`,
  "channel.archived": ({ actor }) => `${actor} archived the group`,
  "channel.unarchived": ({ actor }) => `${actor} brought the group back from the archive`,
  "channel.frozen": ({ actor }) => `${actor} froze the group`,
  "channel.unfrozen": ({ actor }) => `${actor} unfroze the group`,
  "channel.posting": ({ actor, value }) => `${actor} lets ${value} write in the group`,
  "member.added": ({ actor, people }) => `${actor} added ${people}`,
  "member.removed": ({ actor, people }) => `${actor} removed ${people}`,
  "member.joined": ({ actor }) => `${actor} joined`,
  "member.left": ({ actor }) => `${actor} left`,
  "member.role": ({ actor, people, value }) => `${actor} made ${people} ${value}`,
  "channel.transferred": ({ actor, people }) => `${actor} handed the group over to ${people}`,
  unknown: ({ actor }) => `${actor} changed the group`,
  descriptionRemoved: ({ actor }) => `${actor} removed the description`,
  roles: { owner: "owner", moderator: "moderator", member: "a member" },
  visibilities: { public: "public", private: "private" },
  posting: { everyone: "everyone", moderators: "only owners and moderators" },
};
