import { limits, nameText } from "@chat/contract";
import { errors, jwtVerify } from "jose";
import { z } from "zod";

/** What a host says of a person in a token that it signed. */
export interface UserToken {
  readonly issuer: string;
  readonly externalId: string;
  readonly name: string | null;
  /** An https URL; on the reader's own machine, as in development, http too. */
  readonly image: string | null;
  readonly rooms: readonly string[];
  /** When it stops being taken, as milliseconds since 1970; the tolerance is in it. */
  readonly expiresAt: number;
}

/** Seconds a token may live, and by how much clocks may differ. */
const maxLife = 900;
const tolerance = 60;

const claimsSchema = z.object({
  sub: z
    .string()
    .min(1)
    .max(200)
    .refine((sub) => sub.isWellFormed() && !sub.includes("\u0000")),
  exp: z.number(),
  iat: z.number().optional(),
  // Our own accounts are out of a token's reach, whatever it claims.
  iss: z
    .string()
    .min(1)
    .max(200)
    .refine((iss) => iss !== "local" && iss.isWellFormed() && !iss.includes("\u0000"))
    .default("host"),
  name: nameText(limits.name).nullish(),
  image: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .refine(isSafePicture)
    .nullish(),
  rooms: z.array(z.string().min(1).max(limits.key)).max(200).default([]),
});

function isSafePicture(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === "https:" || /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
}

/**
 * Reads a token that a host's backend signed: HS256 with the token secret, `aud: "chat"`, at most 15 minutes of life. Answers null for every
 * other: another algorithm (`none` too), key or audience, expired, without `exp` or `sub`, living too long, issued in the future, or with claims
 * that do not fit.
 */
export async function readUserToken(token: string, secret: Uint8Array, now = Date.now()): Promise<UserToken | null> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ["HS256"],
      audience: "chat",
      clockTolerance: tolerance,
      requiredClaims: ["exp", "sub"],
      currentDate: new Date(now),
    });
    const claims = claimsSchema.safeParse(payload);
    return claims.success && livesShortly(claims.data, now / 1000) ? toUserToken(claims.data) : null;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}

function livesShortly({ exp, iat = exp - maxLife }: z.output<typeof claimsSchema>, now: number): boolean {
  return exp - iat <= maxLife && exp - now <= maxLife + tolerance && iat <= now + tolerance;
}

function toUserToken(claims: z.output<typeof claimsSchema>): UserToken {
  return {
    issuer: claims.iss,
    externalId: claims.sub,
    name: claims.name ?? null,
    image: claims.image ?? null,
    rooms: claims.rooms,
    expiresAt: (claims.exp + tolerance) * 1000,
  };
}
