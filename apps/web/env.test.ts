import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseSettings, SettingsError } from "./env.ts";

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    parseSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
};

describe("parseSettings", () => {
  it("needs nothing", () => {
    expect(parseSettings({})).toEqual({
      production: false,
      port: 3000,
      host: "127.0.0.1",
      publicUrl: null,
      databaseUrl: null,
      dataDir: path.resolve(import.meta.dirname, "../../.data"),
      secret: null,
      tokenSecret: null,
      allowedOrigins: [],
      trustedProxies: [],
      directory: null,
      locked: {},
      seed: "demo",
      isLimited: true,
      logLevel: "info",
    });
  });

  it("takes an empty setting as absent", () => {
    expect(parseSettings({ PORT: "", CHAT_SECRET: " ", CHAT_DIRECTORY: "", DATABASE_URL: "" })).toEqual(parseSettings({}));
  });

  it("reads every setting", () => {
    const settings = parseSettings({
      NODE_ENV: "production",
      PORT: "8080",
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://chat.example.com/",
      DATABASE_URL: "postgres://chat:pw@db:5432/chat",
      REDIS_URL: "rediss://chat:pw@redis:6379",
      CHAT_DATA_DIR: "/var/lib/chat",
      CHAT_SECRET: "s".repeat(32),
      CHAT_TOKEN_SECRET: "t".repeat(32),
      CHAT_ALLOWED_ORIGINS: "https://shop.example.com, http://localhost:5173,",
      CHAT_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8,fd00::/8",
      CHAT_DIRECTORY: "shared",
      CHAT_SEED: "demo",
      CHAT_LIMITS: "off",
      LOG_LEVEL: "warn",
    });
    expect(settings).toEqual({
      production: true,
      port: 8080,
      host: "0.0.0.0",
      publicUrl: "https://chat.example.com",
      databaseUrl: "postgres://chat:pw@db:5432/chat",
      redisUrl: "rediss://chat:pw@redis:6379",
      dataDir: path.resolve("/var/lib/chat"),
      secret: "s".repeat(32),
      tokenSecret: "t".repeat(32),
      allowedOrigins: ["https://shop.example.com", "http://localhost:5173"],
      trustedProxies: ["127.0.0.1", "10.0.0.0/8", "fd00::/8"],
      directory: "shared",
      locked: {},
      seed: "demo",
      isLimited: false,
      logLevel: "warn",
    });
  });

  it("gives the demo's known passwords to no server with a public name unasked", () => {
    expect(parseSettings({ PUBLIC_URL: "http://localhost:4000" }).seed).toBe("demo");
    expect(parseSettings({ PUBLIC_URL: "http://127.0.0.1" }).seed).toBe("demo");
    expect(parseSettings({ PUBLIC_URL: "https://chat.example.com" }).seed).toBe("empty");
    expect(parseSettings({ PUBLIC_URL: "https://127.example.com" }).seed).toBe("empty");
    expect(parseSettings({ PUBLIC_URL: "https://chat.example.com", CHAT_SEED: "demo" }).seed).toBe("demo");
  });

  it.each([
    [{ PORT: "80a" }, /^PORT: .*80a.*3000/],
    [{ PORT: "65536" }, /^PORT: /],
    [{ PUBLIC_URL: "chat.example.com" }, /^PUBLIC_URL: .*https:\/\/chat\.example\.com/],
    [{ PUBLIC_URL: "https://example.com/chat" }, /^PUBLIC_URL: /],
    [{ DATABASE_URL: "mysql://db/chat" }, /^DATABASE_URL: .*postgresql:\/\//],
    [{ REDIS_URL: "http://redis" }, /^REDIS_URL: .*redis:\/\//],
    [{ CHAT_SECRET: "short" }, /^CHAT_SECRET: .*openssl/],
    [{ CHAT_TOKEN_SECRET: "short" }, /^CHAT_TOKEN_SECRET: .*openssl/],
    [{ CHAT_ALLOWED_ORIGINS: "https://ok.example.com,*" }, /^CHAT_ALLOWED_ORIGINS: .*\*/],
    [{ CHAT_TRUSTED_PROXIES: "10.0.0.0/33" }, /^CHAT_TRUSTED_PROXIES: .*10\.0\.0\.0\/33/],
    [{ CHAT_TRUSTED_PROXIES: "proxy.internal" }, /^CHAT_TRUSTED_PROXIES: /],
    [{ CHAT_DIRECTORY: "everyone" }, /^CHAT_DIRECTORY: .*all, shared, none/],
    [{ CHAT_SIGN_UP: "never" }, /^CHAT_SIGN_UP: .*open, invite, closed/],
    [{ CHAT_MESSAGE_MAX_LENGTH: "10001" }, /^CHAT_MESSAGE_MAX_LENGTH: .*1 to 10000/],
    [{ CHAT_REPORT_REASONS: "spam,rude" }, /^CHAT_REPORT_REASONS: .*spam, harassment/],
    [{ CHAT_SEED: "yes" }, /^CHAT_SEED: .*demo, empty/],
    [{ CHAT_LIMITS: "few" }, /^CHAT_LIMITS: .*on, off/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL: .*debug/],
  ])("names the fault and its mend: %o", (env, line) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(line);
  });

  it("locks what the console would otherwise decide", () => {
    const env = {
      CHAT_SITE_NAME: " Kiln ",
      CHAT_SIGN_UP: "invite",
      CHAT_HIDE_AT_REPORTS: "0",
      CHAT_REPORT_REASONS: "spam, other",
    };
    const locked = { siteName: "Kiln", signUpPolicy: "invite", hideAtReports: 0, reportReasons: ["spam", "other"] };
    expect(parseSettings(env).locked).toEqual(locked);
  });

  it("names every fault at once and never prints a secret or a database URL", () => {
    const faults = faultsOf({ PORT: "x", CHAT_SECRET: "hunter2", DATABASE_URL: "mysql://me:hunter2@db" });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["PORT", "DATABASE_URL", "CHAT_SECRET"]);
    expect(faults.join()).not.toContain("hunter2");
  });
});
