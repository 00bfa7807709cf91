import { root } from "./paths.mjs";
import { run } from "./run-command.mjs";
import { StepError } from "./show-step.mjs";

/**
 * Runs a program, and fails with what it said when it does.
 * @param {string} message
 * @param {string} program
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function must(message, program, args, options) {
  const { code, output } = await run(program, args, { cwd: root, capture: true, ...options });
  if (code !== 0) throw new StepError(message, output);
}
