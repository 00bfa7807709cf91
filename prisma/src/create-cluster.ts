import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describeError, PostgresStartError } from "./errors.ts";
import type { PostgresAccount, PostgresBinaries } from "./postgres-binaries.ts";

const run = promisify(execFile);

/** The superuser's password of an embedded PostgreSQL, made once and kept beside it, readable by us alone. */
export async function readOrMakePassword(folder: string): Promise<string> {
  const file = path.join(folder, "pg18.password");
  // "wx" fails when the file exists, so that two processes that start at once agree on one password.
  await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return readFile(file, "utf8");
}

/** Makes the files of a PostgreSQL if they are not there. They are moved into place whole: a half-made folder is never used. */
export async function createCluster(options: {
  binaries: PostgresBinaries;
  account: PostgresAccount;
  cluster: string;
  password: string;
  log: (line: string) => void;
}): Promise<void> {
  const { binaries, account, cluster, password, log } = options;
  if (await stat(path.join(cluster, "PG_VERSION")).catch(() => undefined)) return;
  log("Making the PostgreSQL data folder (once) …");
  const draft = `${cluster}.making-${process.pid}`;
  const passwordFile = path.join(tmpdir(), `chat-pg-${randomBytes(8).toString("hex")}`);
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600, flag: "wx" });
  try {
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    const flags = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--no-instructions"];
    // The built-in locale sorts the same on every system; the system's own differ and change under an index.
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    await run(binaries.initdb, [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...flags, ...locale], {
      ...account,
      cwd: draft,
    });
    await rename(draft, cluster);
  } catch (error) {
    // Another process may have been quicker; then its files are as good as ours.
    if (await stat(path.join(cluster, "PG_VERSION")).catch(() => undefined)) return;
    throw new PostgresStartError(`The PostgreSQL data folder could not be made: ${describeError(error)}`);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}
