import { expect, it } from "vitest";
import { mayMute, mayRemove, memberRights } from "./member-rights.ts";

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

it("lets one mute those who stand below, and nobody in an archived group", () => {
  const rights = memberRights(group, "owner");
  expect(mayMute(rights, "owner", "moderator", false)).toBe(true);
  expect(mayMute(rights, "owner", "owner", false)).toBe(false);
  expect(mayMute(memberRights(group, "moderator"), "moderator", "member", false)).toBe(true);
  expect(mayMute(memberRights(group, "moderator"), "moderator", "moderator", false)).toBe(false);
  expect(mayMute(memberRights(group, "member"), "member", "member", false)).toBe(false);
  expect(mayMute(memberRights({ ...group, archivedAt: "2026-11-24T00:00:00.000Z" }, "owner"), "owner", "member", false)).toBe(
    false,
  );
});
