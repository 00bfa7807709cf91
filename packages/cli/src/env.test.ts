import { expect, it } from "vitest";
import { readSettings } from "./env.ts";

it("takes a PostgreSQL URL, or none", () => {
  expect(readSettings({})).toEqual({ databaseUrl: undefined, dataDir: ".data" });
  expect(readSettings({ DATABASE_URL: "", CHAT_DATA_DIR: "/srv/chat" })).toEqual({
    databaseUrl: undefined,
    dataDir: "/srv/chat",
  });
  for (const databaseUrl of ["postgres://me@host/chat", "postgresql://me:secret@host:5433/chat"])
    expect(readSettings({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
});

it("names what is none without repeating it, since it may hold a password", () => {
  for (const text of ["mysql://me:secret@host/chat", "me:secret@host", "postgres"])
    expect(() => readSettings({ DATABASE_URL: text })).toThrow(/^DATABASE_URL is not a PostgreSQL URL\.(?!.*secret)/);
});
