import { APIError } from "better-auth/api";
import { z } from "zod";
import { ChatError } from "../chat-error.ts";
import type { AccountsOptions, AccountSession } from "./accounts.ts";
import { noteProof } from "./step-up.ts";

/** Where staff prove once more that it is they who sit at this device. */
export const verifyPasswordPath = "/verify-password";

interface Verifier extends Pick<AccountsOptions, "db" | "limits"> {
  sessionOf(headers: Headers): Promise<AccountSession | null>;
  /** Better-auth's own; rejects with its APIError where the password is another. */
  verify(input: { headers: Headers; body: { password: string } }): Promise<unknown>;
}

const bodySchema = z.object({ password: z.string() });

/**
 * Answers a request that brings the session's own password: it then counts for what is grave. Guesses are limited by person too, since who has
 * somebody's cookie can come from any address. Errors: RATE_LIMITED, UNAVAILABLE.
 */
export async function verifyPassword({ db, limits, sessionOf, verify }: Verifier, request: Request): Promise<Response> {
  const { headers } = request;
  const session = await sessionOf(headers);
  if (session === null) return Response.json({ code: "UNAUTHENTICATED", message: "Sign in to do this." }, { status: 401 });
  const retryAfterMs = await limits.take("changePassword", session.userId);
  if (retryAfterMs > 0) throw new ChatError("RATE_LIMITED", { message: "Too many attempts; wait a while.", retryAfterMs });
  const body = bodySchema.parse(await request.json());
  try {
    await verify({ headers, body });
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return Response.json({ code: "INVALID_PASSWORD", message: "This password is not right." }, { status: 400 });
  }
  await noteProof(db, session.id);
  return Response.json({ status: true });
}
