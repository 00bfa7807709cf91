import { expect, it } from "vitest";
import { mayRemove, memberRights } from "./member-rights.ts";

const group = { type: "group", archivedAt: null } as const;

it("gives nobody rights over a direct message", () => {
  expect(Object.values(memberRights({ type: "direct", archivedAt: null }, "owner")).some(Boolean)).toBe(false);
});

it("lets only owners reopen an archived group", () => {
  const archived = { type: "group", archivedAt: "2026-11-24T00:00:00.000Z" } as const;
  expect(memberRights(archived, "owner")).toMatchObject({ archive: true, edit: false, addPeople: false });
  expect(memberRights(archived, "moderator").archive).toBe(false);
});

it("lets moderators remove members, but not each other", () => {
  const rights = memberRights(group, "moderator");
  expect(mayRemove(rights, "moderator", "member", false)).toBe(true);
  expect(mayRemove(rights, "moderator", "moderator", false)).toBe(false);
  expect(mayRemove(memberRights(group, "owner"), "owner", "owner", false)).toBe(true);
  expect(mayRemove(memberRights(group, "owner"), "owner", "owner", true)).toBe(false);
});
