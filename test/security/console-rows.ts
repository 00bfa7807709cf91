import { randomUUID } from "node:crypto";
import { addPerson, type Row } from "./matrix-row.ts";

const no = "FORBIDDEN";
/** For outsider, member, moderator, owner, banned, muted and token, which are no staff of the site, and admin. */
const staffAlone = [no, no, no, no, no, no, no, "ok"];

/** What moderators and admins of the site may do. */
const forStaff = (name: string, input: Row["input"]): Row => ({ name, input, expected: staffAlone });
/** What admins alone may do. */
const forAdmins = (name: string, input: Row["input"]): Row => ({ name, input, expected: staffAlone, staff: no });

/** The console: nothing of it is for anybody but staff. */
export const consoleRows: readonly Row[] = [
  forStaff("admin.counts", () => undefined),
  forStaff("admin.user.list", () => ({})),
  forStaff("admin.user.get", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.timeline", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.signOut", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.update", async ({ cast }) => ({ userId: await addPerson(cast), name: "Renamed" })),
  forStaff("admin.user.deactivate", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.reactivate", async ({ cast }) => ({ userId: await addPerson(cast) })),
  forStaff("admin.user.bulk", async ({ cast }) => ({ action: "signOut", userIds: [await addPerson(cast)] })),
  forAdmins("admin.user.setRole", async ({ cast }) => ({ userId: await addPerson(cast), role: "moderator" })),
  forAdmins("admin.user.create", () => ({ name: "New", email: `${randomUUID()}@example.com`, password: randomUUID() })),
  forAdmins("admin.user.export", () => ({})),
  forAdmins("admin.audit.list", () => ({})),
  forAdmins("admin.audit.verify", () => undefined),
  forAdmins("admin.audit.export", () => ({})),
];
