import { isIP } from "node:net";
import path from "node:path";
import { settingKeys, settingKinds, type SettingControl, type SettingKey, type SettingValues } from "@chat/contract";
import { z } from "zod";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** What the operator decided, complete and valid. `.env.example` describes every setting. */
export interface Settings {
  readonly production: boolean;
  /** 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Origin under which browsers reach the server, without a slash at the end; null: `http://localhost:<port>`. */
  readonly publicUrl: string | null;
  /** `postgresql://…`; null starts PostgreSQL from npm in the data folder. */
  readonly databaseUrl: string | null;
  /** `redis://…`, over which several servers on one database are one; undefined where this is the only one. */
  readonly redisUrl: string | undefined;
  /** Absolute path. */
  readonly dataDir: string;
  /** Null: made once and kept in the data folder. */
  readonly secret: string | null;
  readonly tokenSecret: string | null;
  readonly allowedOrigins: readonly string[];
  /** Addresses or CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Bearer token of /api/metrics. */
  readonly metricsToken: string | undefined;
  /** Who may find whom; null leaves the default: `all` for people of this site, `shared` for a host product's. */
  readonly directory: "all" | "shared" | "none" | null;
  /** What the console must not change; of `settingKinds`, by their variables. */
  readonly locked: { readonly [K in SettingKey]?: SettingValues[K] };
  readonly seed: "demo" | "empty";
  /** False takes all rate limits off. */
  readonly isLimited: boolean;
  readonly logLevel: (typeof logLevels)[number];
}

/** Settings that cannot be used. `faults` has one line each: the setting's name, what is wrong with it, and what mends it. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The server did not start, since these settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.faults = faults;
  }
}

const SECRET_LENGTH = 32;
const repository = path.resolve(import.meta.dirname, "../..");

const port = z.string().transform((text, ctx) => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  ctx.addIssue({ code: "custom", message: `“${text}” is not a port. Use a number from 0 to 65535, for example 3000.` });
  return z.NEVER;
});

const origin = (mend: string) =>
  z.string().transform((text, ctx) => {
    const url = URL.parse(text);
    if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
    ctx.addIssue({ code: "custom", message: `“${text}” is not an origin. ${mend}` });
    return z.NEVER;
  });

const proxy = z.string().refine(isAddressRange, {
  error: (issue) =>
    `“${String(issue.input)}” is neither an address nor a range. Put commas between them, for example 127.0.0.1,10.0.0.0/8.`,
});

const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(",").flatMap((part) => part.trim() || []))
    .pipe(z.array(item));

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: (issue) => `“${String(issue.input)}” is not known. Use ${values.join(", ")}, or leave it out.` });

const secret = z.string().min(SECRET_LENGTH, {
  error: `It is shorter than ${SECRET_LENGTH} characters. Make one with “openssl rand -base64 32”, or leave it out: then one is made and kept.`,
});

const schema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: origin("Give scheme and host without a path, for example https://chat.example.com.").optional(),
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(?:ql)?:$/.test(URL.parse(text)?.protocol ?? ""), {
      error:
        "It is not a PostgreSQL URL. Write postgresql://user:password@host:5432/database, or leave it out: then PostgreSQL is started for you.",
    })
    .optional(),
  REDIS_URL: z
    .string()
    .refine((text) => /^rediss?:$/.test(URL.parse(text)?.protocol ?? ""), {
      error: "It is not a Redis URL. Write redis://host:6379, or leave it out where this is the only server.",
    })
    .optional(),
  CHAT_DATA_DIR: z.string().default(".data"),
  CHAT_SECRET: secret.optional(),
  CHAT_TOKEN_SECRET: secret.optional(),
  CHAT_ALLOWED_ORIGINS: listOf(
    origin("Put commas between origins, for example https://shop.example.com,https://app.example.com."),
  ).default([]),
  CHAT_TRUSTED_PROXIES: listOf(proxy).default([]),
  CHAT_METRICS_TOKEN: secret.optional(),
  CHAT_DIRECTORY: oneOf(["all", "shared", "none"]).optional(),
  CHAT_SEED: oneOf(["demo", "empty"]).optional(),
  CHAT_LIMITS: oneOf(["on", "off"]).default("on"),
  LOG_LEVEL: oneOf(logLevels).default("info"),
});

/**
 * Reads the settings; an empty one counts as absent. A relative data folder is below the repository's root.
 * @throws SettingsError with every fault at once.
 */
export function parseSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  const { locked, faults } = readLocked(given);
  if (!result.success || faults.length > 0) {
    const issues = result.error?.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) ?? [];
    throw new SettingsError([...issues, ...faults]);
  }
  const values = result.data;
  const publicUrl = values.PUBLIC_URL ?? null;
  return {
    production: values.NODE_ENV === "production",
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL,
    dataDir: path.resolve(repository, values.CHAT_DATA_DIR),
    secret: values.CHAT_SECRET ?? null,
    tokenSecret: values.CHAT_TOKEN_SECRET ?? null,
    allowedOrigins: values.CHAT_ALLOWED_ORIGINS,
    trustedProxies: values.CHAT_TRUSTED_PROXIES,
    metricsToken: values.CHAT_METRICS_TOKEN,
    directory: values.CHAT_DIRECTORY ?? null,
    locked,
    // The demo's passwords are known to everybody, so a server with a public name does not get them unasked.
    seed: values.CHAT_SEED ?? (publicUrl === null || isLoopback(publicUrl) ? "demo" : "empty"),
    isLimited: values.CHAT_LIMITS === "on",
    logLevel: values.LOG_LEVEL,
  };
}

/** Settings of the console that the environment gives: numbers as they are written, lists with commas between. */
function readLocked(given: Readonly<Record<string, string | undefined>>) {
  const locked: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const key of settingKeys) {
    const { variable, schema: kind, input } = settingKinds[key];
    const text = given[variable]?.trim();
    if (text === undefined) continue;
    const value =
      input.type === "number" ? Number(text) : input.type === "choices" ? text.split(",").map((one) => one.trim()) : text;
    const parsed = kind.safeParse(value);
    if (parsed.success) locked[key] = parsed.data;
    else faults.push(`${variable}: “${text}” cannot be used. ${mendingOf(input)}`);
  }
  return { locked: locked as Settings["locked"], faults };
}

function mendingOf(input: SettingControl): string {
  if (input.type === "text") return `Give 1 to ${input.maxLength} characters.`;
  if (input.type === "number") return `Give a whole number from ${input.min} to ${input.max}.`;
  const options = Object.keys(input.options).join(", ");
  return input.type === "choice" ? `Use one of ${options}.` : `Use some of ${options}, with commas between.`;
}

/** The settings of this process. */
export function readSettings(): Settings {
  return parseSettings(process.env);
}

/** True for an origin that only this machine reaches. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    (isIP(hostname) === 4 && hostname.startsWith("127."))
  );
}

function isAddressRange(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
  return family !== 0 && isPrefix && rest.length === 0;
}
