import { createMigration, migrate, migrationStatus, startPostgres } from "@chat/db";
import type { Settings } from "../env.ts";

/** `chat migrate status`: exit code 1 when something is to be done. */
export async function showMigrationStatus(settings: Settings): Promise<number> {
  const status = await withDatabase(settings, (url) => migrationStatus({ url }));
  const lines = [
    ...status.applied.filter((name) => !status.unknown.includes(name)).map((name) => `  applied  ${name}`),
    ...status.pending.map((name) => `  pending  ${name}`),
    ...status.failed.map((name) => `  failed   ${name} (rolled back; deploy tries it again)`),
    ...status.unknown.map((name) => `  unknown  ${name} (made by a newer version)`),
    ...status.edited.map((name) => `  edited   ${name} (its file changed after it was applied)`),
  ];
  console.log(lines.join("\n"));
  if (status.unknown.length > 0) console.log("\nThe database is newer than this version: run the version that made it.");
  else if (status.pending.length > 0) console.log(`\n${status.pending.length} to apply: chat migrate deploy`);
  else console.log("\nThe database is up to date.");
  return status.unknown.length + status.pending.length > 0 ? 1 : 0;
}

/** `chat migrate deploy` */
export async function deployMigrations(settings: Settings): Promise<number> {
  const applied = await withDatabase(settings, (url) => migrate({ url, log: console.log }));
  if (applied.length === 0) console.log("The database is up to date.");
  return 0;
}

/** `chat migrate new <name>` */
export async function newMigration(settings: Settings, name: string | undefined): Promise<number> {
  if (!name) {
    console.error("A migration needs a name: chat migrate new add-polls");
    return 2;
  }
  const file = await withDatabase(settings, (url) => createMigration({ url, name }));
  console.log(
    file
      ? `Wrote ${file}\nAdd by hand what Prisma cannot express: CHECK, triggers, partial indexes.`
      : "Nothing to do: the migrations already lead to schema.prisma.",
  );
  return 0;
}

async function withDatabase<T>({ databaseUrl, dataDir }: Settings, work: (url: string) => Promise<T>): Promise<T> {
  if (databaseUrl) return await work(databaseUrl);
  const postgres = await startPostgres({ dataDir });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
