import { spawn } from "node:child_process";
import { constants } from "node:os";
import { environment, root } from "./paths.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
let stopping = false;
const CLEAN_UP_MS = 300;

/**
 * Ctrl-C and SIGTERM reach every command that runs; when they have ended, so do we. A terminal sends Ctrl-C to them itself, and a second
 * one could be taken for "at once", so there it is not sent again.
 */
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    stopping = true;
    if (running.size === 0) process.exit(128 + constants.signals[signal]);
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    for (const child of running) child.kill(signal);
  });
}

/** True once we were told to stop: what ends then did not fail. */
export const isStopping = () => stopping;

/**
 * Starts a program and waits for its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean, onLine?: (line: string) => void,
 *   onStart?: (child: import("node:child_process").ChildProcess) => void }} [options] `capture` keeps the output instead of showing it.
 * @returns {Promise<{ code: number, output: string }>} 128 + the signal's number when a signal ended it.
 */
export function run(program, args, { cwd = root, env = {}, capture = false, onLine, onStart } = {}) {
  return new Promise((resolve) => {
    /** @type {import("node:child_process").SpawnOptions} */
    const options = { cwd, env: { ...environment, ...env }, stdio: capture ? ["ignore", "pipe", "pipe"] : "inherit" };
    const child = spawn(program, args, options);
    running.add(child);
    onStart?.(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        output += text;
        if (onLine) for (const line of text.split("\n")) if (line.trim()) onLine(line.trim());
      });
    }
    const end = (/** @type {number} */ code) => {
      running.delete(child);
      resolve({ code, output });
      // The callers' clean-up goes first.
      if (stopping && running.size === 0) setTimeout(() => process.exit(code), CLEAN_UP_MS);
    };
    child.once("error", (error) => {
      output += `${program}: ${error.message}\n`;
      end(127);
    });
    child.once("close", (code, signal) => end(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
