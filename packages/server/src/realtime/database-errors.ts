function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/**
 * True when the connection or the server is gone: connection exceptions (class 08), shutdowns and starting up (57P0x), too many
 * connections (53300), a lock that was not had in time (55P03), and Node's socket errors. The write may or may not have happened; the same
 * clientId tells.
 */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && (/^(08|57P0)/.test(code) || code === "53300" || code === "55P03" || /^E[A-Z]+$/.test(code)))
    return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)
  );
}

/** A deadlock or a serialization failure: the same transaction may be run again. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40P01" || code === "40001";
}
