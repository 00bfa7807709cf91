import type { DemoLogin } from "../chat-instance.ts";
import { isLoopback } from "../env.ts";

export interface Greeting {
  readonly publicUrl: string;
  readonly demoLogins: readonly DemoLogin[];
  /** The address that was opened. */
  readonly host: string;
  /** Whether `PUBLIC_URL` was set. */
  readonly isNamed: boolean;
}

/** What the operator reads when the server is ready: where to go, who may sign in, and what is still to be set. */
export function greeting({ publicUrl, demoLogins, host, isNamed }: Greeting): string {
  const width = Math.max(0, ...demoLogins.map(({ name }) => name.length));
  const logins = demoLogins.map(({ name, email, password }) => `    ${name.padEnd(width)}  ${email.padEnd(18)}  ${password}`);
  const demo = logins.length === 0 ? [] : ["", "  Demo logins (the first is an admin):", ...logins];
  const unnamed =
    isNamed || isLoopback(`http://${host}`)
      ? []
      : ["", "  Others can sign in only once PUBLIC_URL holds the address that they type."];
  return ["", `  @chat is ready at ${publicUrl}`, ...demo, ...unnamed, "", "  Ctrl-C stops everything.", ""].join("\n");
}
