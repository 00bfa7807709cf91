/** "42", "3:05" (m:ss) and from an hour on "1:02" (h:mm): what fits into a button. */
export function waitTime(seconds: number): string {
  if (seconds < 60) return String(seconds);
  const small = seconds < 3_600 ? seconds : Math.ceil(seconds / 60);
  return `${Math.floor(small / 60)}:${String(small % 60).padStart(2, "0")}`;
}
