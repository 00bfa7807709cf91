/** One readable line for what went wrong; never a password of a URL. */
export function describeFailure(error: unknown): string {
  const lines =
    error instanceof AggregateError ? error.errors.map(String) : [error instanceof Error ? error.message : String(error)];
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ECONNREFUSED") lines.push("Is the server of DATABASE_URL running, and reachable from here?");
  return lines.join("\n").replace(/(postgres(?:ql)?:\/\/[^:@\s]*):[^@\s]*@/g, "$1:…@");
}
