import { access, constants, mkdir, stat } from "node:fs/promises";
import path from "node:path";

/** The data folder cannot be used; the message names CHAT_DATA_DIR and what mends it. */
export class DataDirError extends Error {
  override readonly name = "DataDirError";
}

/** Makes the data folder if it is missing, with the folders above it. @throws DataDirError when it cannot be made or written to. */
export async function openDataDir(folder: string): Promise<void> {
  try {
    await make(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DataDirError(
      `CHAT_DATA_DIR: ${folder} cannot be used as the data folder (${error instanceof Error ? error.message : String(error)}). ` +
        "Name a folder that this user may write to, or leave it out: then it is .data in the project.",
    );
  }
}

/** Not by `recursive`, which never ends where a parent exists and takes no folders, as /proc. */
async function make(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (found?.isDirectory()) return;
  if (found) throw new Error("it is a file");
  const parent = path.dirname(folder);
  if (parent !== folder) await make(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another server may have been quicker.
    if (error.code !== "EEXIST") throw error;
  });
}
