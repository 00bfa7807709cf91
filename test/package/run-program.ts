import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { environment } from "../../scripts/workspace/paths.mjs";

const execute = promisify(execFile);

/** What a program printed. Rejects with all of it when it ends badly. */
export async function runProgram(program: string, args: string[], cwd: string, own: NodeJS.ProcessEnv = {}): Promise<string> {
  const env = { ...environment, ...own };
  try {
    const { stdout } = await execute(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${[program, ...args].join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}
