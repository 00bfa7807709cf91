import { z } from "zod";
import type { AccountsOptions } from "./accounts.ts";
import { redeemInvite, returnInvite, takeInvite } from "./invites.ts";

/** How a sign-up is let in, or why it is not. */
export type Admission =
  | { readonly settle: (response: Response) => Promise<void> }
  | { readonly code: string; readonly message: string };

const made = z.object({ user: z.object({ id: z.string() }) });

/**
 * Asks this site's policy about somebody who signs up. An invite is taken here, and given back by `settle` where no account came of it. The first
 * person of a site without an admin, who becomes its admin, comes in under every policy.
 */
export async function admitSignUp(
  { db, settings }: Pick<AccountsOptions, "db" | "settings">,
  { email, invite: code }: { email: string; invite: string | null },
): Promise<Admission> {
  const policy = settings.get("signUpPolicy");
  if (policy === "closed")
    return (await isFirst(db)) ? free : { code: "SIGN_UP_CLOSED", message: "Nobody can sign up here now." };
  const invite = code === null ? null : await takeInvite(db, code, email);
  if (code !== null && invite === null) {
    const message = "This invite link was used already, is too old, or is for another e-mail address.";
    return policy === "open" ? free : { code: "INVITE_INVALID", message };
  }
  if (invite === null)
    return policy === "open" || (await isFirst(db))
      ? free
      : { code: "INVITE_NEEDED", message: "To sign up here you need an invite link." };
  return {
    async settle(response) {
      const body = response.ok ? made.safeParse(await response.clone().json()) : null;
      if (body?.success === true) await redeemInvite(db, invite, body.data.user.id);
      else await returnInvite(db, invite);
    },
  };
}

/** Whether people come in without an invite. */
export async function isOpenToAll({ db, settings }: Pick<AccountsOptions, "db" | "settings">): Promise<boolean> {
  return settings.get("signUpPolicy") === "open" || (await isFirst(db));
}

const free: Admission = { settle: () => Promise.resolve() };

async function isFirst(db: AccountsOptions["db"]): Promise<boolean> {
  const [row] = await db.query<{ isFirst: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM "ServerState" WHERE key = 'first-sign-up') AND NOT EXISTS (SELECT FROM "User" WHERE role = 'admin') AS "isFirst"`,
  );
  return row?.isFirst === true;
}
