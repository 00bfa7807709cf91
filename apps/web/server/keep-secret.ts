import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** The file of a secret cannot be used; the message names it and what mends it. */
export class SecretError extends Error {
  override readonly name = "SecretError";
}

/**
 * The secret kept in `<dataDir>/<name>`, made the first time: 32 random bytes as base64url, readable by its owner alone. Two servers that
 * start at once on one folder end up with the same one. The folder must be there.
 * @throws SecretError
 */
export async function keepSecret(dataDir: string, name: string): Promise<string> {
  const file = path.join(dataDir, name);
  if (!(await isThere(file))) await makeOnce(file);
  await chmod(file, 0o600);
  const secret = (await readFile(file, "utf8")).trim();
  if (secret.length < 32)
    throw new SecretError(`${file} holds no usable secret. Remove it, and a new one is made; everyone then signs in again.`);
  return secret;
}

async function makeOnce(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    // A link is whole or not there, and never replaces one that another server made meanwhile.
    await link(draft, file);
  } catch (error) {
    if (!(await isThere(file))) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function isThere(file: string): Promise<boolean> {
  return await readFile(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}
