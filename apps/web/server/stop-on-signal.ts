const STOP_LIMIT_MS = 20_000;
/** npm and a terminal may each pass on the same Ctrl-C; what comes so soon is not a second one. */
const ECHO_MS = 500;

/**
 * On SIGTERM or Ctrl-C runs `stop`, for at most twenty seconds, and ends the process; a second signal ends it at once. PostgreSQL stops
 * either way, since `startPostgres` tells it to when the process exits.
 */
export function stopOnSignal(stop: () => Promise<void>, say: (line: string) => void): void {
  let stoppingSince: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > ECHO_MS) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    say(`${signal}: stopping`);
    setTimeout(() => {
      say(`Not everything ended within ${STOP_LIMIT_MS / 1000} s; leaving it`);
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
}
