const EVERY_MS = 1_000;

/**
 * Speaks at most once a second: what comes meanwhile waits, and several things become one sentence by `sum`. `close` drops what waits.
 */
export function createAnnouncer(speak: (text: string) => void) {
  let waiting: string[] = [];
  let summary: (count: number) => string = String;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const [only, ...others] = waiting;
    waiting = [];
    timer = undefined;
    if (only === undefined) return;
    speak(others.length === 0 ? only : summary(others.length + 1));
    timer = setTimeout(flush, EVERY_MS);
  };
  return {
    announce(text: string, sum: (count: number) => string): void {
      waiting.push(text);
      summary = sum;
      if (timer === undefined) flush();
    },
    close(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
