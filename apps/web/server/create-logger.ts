import { pino, type Level, type Logger } from "pino";

export interface LoggerOptions {
  readonly level: Level | "silent";
  /** Lines for a person instead of JSON for a machine. */
  readonly readable: boolean;
  readonly colours: boolean;
}

/** Logs to standard output. What a field named like a secret holds is never written. */
export function createLogger({ level, readable, colours }: LoggerOptions): Logger {
  const options = {
    level,
    base: undefined,
    redact: {
      paths: ["password", "token", "authorization", "cookie", "*.password", "*.token", "*.authorization", "*.cookie"],
      censor: "[hidden]",
    },
  };
  return readable ? pino(options, { write: (line: string) => process.stdout.write(formatLine(line, colours)) }) : pino(options);
}

const names: Readonly<Record<number, string>> = { 10: "trace", 20: "debug", 30: "info", 40: "warn", 50: "error", 60: "fatal" };
const shades: Readonly<Record<string, number>> = { warn: 33, error: 31, fatal: 31 };
const DIM = 2;

/** One line of pino's JSON as `12:00:01 info call path=message.send ms=3.1`, an error's stack below it. */
export function formatLine(json: string, colours: boolean): string {
  const { level, time, msg = "", err, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const name = names[Number(level)] ?? String(level);
  const paint = (shade: number, text: string) => (colours ? `\x1b[${shade}m${text}\x1b[0m` : text);
  const pairs = Object.entries(fields).map(
    ([key, value]) => ` ${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const stack = typeof err === "object" && err !== null && "stack" in err ? `${String(err.stack)}\n` : "";
  return `${paint(shades[name] ?? DIM, `${clock} ${name.padEnd(5)}`)} ${String(msg)}${paint(DIM, pairs.join(""))}\n${stack}`;
}
