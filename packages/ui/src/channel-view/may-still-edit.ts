/** Whether a message is young enough to be changed, by the device's clock; the server has the last word. `minutes`: undefined for without end. */
export function mayStillEdit({ createdAt }: { createdAt: string }, minutes: number | undefined): boolean {
  return minutes === undefined || Date.now() - Date.parse(createdAt) <= minutes * 60_000;
}
