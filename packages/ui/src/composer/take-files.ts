/**
 * The files of a paste or a drop. Where text comes with them (spreadsheets and word processors add a picture of what was copied), the text is
 * what was meant, and there are none.
 */
export function takeFiles(transfer: Pick<DataTransfer, "files" | "types"> | null): readonly File[] {
  if (transfer === null || transfer.types.includes("text/plain")) return [];
  return [...transfer.files];
}

/** True while files are dragged over the page, whose names a browser does not tell before they are dropped. */
export function hasFiles(transfer: Pick<DataTransfer, "types"> | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}
