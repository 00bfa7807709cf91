const interactive = process.stdout.isTTY === true && !process.env.CI;
const NOTICE_EVERY_MS = 10_000;

/** A step that ended badly, with what its program printed. */
export class StepError extends Error {
  /** @param {string} message @param {string} [output] */
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

/**
 * Tells that something takes a while, that it still goes on, and how long it took.
 * @template T
 * @param {string} label
 * @param {(say: (detail: string) => void) => Promise<T>} work
 */
export async function showStep(label, work) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  let detail = "";
  const draw = () =>
    process.stdout.write(`\r\x1b[2K  ${label} … ${seconds()} ${detail}`.slice(0, (process.stdout.columns ?? 100) + 4));
  if (!interactive) console.log(`  ${label} …`);
  const timer = setInterval(
    () => (interactive ? draw() : console.log(`    … ${seconds()} ${detail}`)),
    interactive ? 200 : NOTICE_EVERY_MS,
  );
  try {
    const result = await work((text) => (detail = text));
    finish(interactive, `✓ ${label} ${seconds()}`);
    return result;
  } catch (error) {
    finish(interactive, `✗ ${label} ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Prints what went wrong, with the output of the program that failed. @param {unknown} error */
export function printFailure(error) {
  if (error instanceof StepError && error.output) console.error(error.output.trimEnd());
  console.error(error instanceof StepError ? `\n${error.message}` : error);
}

/** @param {boolean} rewrite @param {string} line */
function finish(rewrite, line) {
  process.stdout.write(`${rewrite ? "\r\x1b[2K" : ""}  ${line}\n`);
}
