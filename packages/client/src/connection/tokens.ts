/** Asks the host for a token signed by its backend. */
export type GetToken = () => string | null | undefined | Promise<string | null | undefined>;

/** The host's tokens: asked for when one is needed, and not more often. */
export interface Tokens {
  /** A new one. Rejects as the host's function does. */
  ask(): Promise<string | null>;
  /** The one that is held, while most of its life is left; else a new one. */
  current(): Promise<string | null>;
  /** The one that is held was refused. */
  forget(): void;
  /** Milliseconds until the one that is held should be renewed; null where it does not say when it ends. */
  renewInMs(): number | null;
}

/** A token is renewed after this part of its life. */
const renewAt = 0.8;
/** And never more often than this, in milliseconds, though a host gives one whose end is near again and again. */
const leastMs = 5_000;

interface Held {
  readonly token: string;
  /** Milliseconds since 1970 by this device's clock; Infinity where the token does not say when it ends. */
  readonly renewAtMs: number;
}

export function createTokens(getToken: GetToken | undefined): Tokens {
  let held: Held | null = null;
  let asking: Promise<string | null> | undefined;

  const ask = (): Promise<string | null> => {
    asking ??= (async () => {
      const token = (await getToken?.()) ?? null;
      const now = Date.now();
      held = token === null ? null : { token, renewAtMs: now + renewalMs(token, now) };
      return token;
    })().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return {
    ask,
    async current() {
      return held !== null && Date.now() < held.renewAtMs ? held.token : await ask();
    },
    forget() {
      held = null;
    },
    renewInMs: () => (held === null || held.renewAtMs === Infinity ? null : Math.max(0, held.renewAtMs - Date.now())),
  };
}

/** Milliseconds from `now` until 80 % of what is left of a token's life; never more than 80 % of its whole, should this clock be behind. */
export function renewalMs(token: string, now: number): number {
  const { exp, iat } = claimsOf(token);
  if (exp === undefined) return Infinity;
  const left = exp * 1000 - now;
  const whole = iat === undefined ? left : (exp - iat) * 1000;
  return Math.max(leastMs, Math.min(left, whole) * renewAt);
}

/** The times in a token's claims, in seconds since 1970. Nothing for what is no JWT. */
function claimsOf(token: string): { exp?: number; iat?: number } {
  try {
    const part = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const claims: unknown = JSON.parse(atob(part));
    return { exp: numberIn(claims, "exp"), iat: numberIn(claims, "iat") };
  } catch {
    return {};
  }
}

function numberIn(claims: unknown, name: string): number | undefined {
  if (typeof claims !== "object" || claims === null) return undefined;
  const value: unknown = Reflect.get(claims, name);
  return typeof value === "number" ? value : undefined;
}
