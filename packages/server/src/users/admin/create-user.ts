import type { AdminUser, createUserInput } from "@chat/contract";
import { hashPassword } from "better-auth/crypto";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Services } from "../../services.ts";
import { getAdminUser } from "./get-admin-user.ts";
import { requireFreeEmail } from "./update-admin-user.ts";

/** Makes somebody of this site, who signs in with this first password. Errors: INVALID_INPUT (the e-mail is somebody's). */
export async function createUser(services: Services, input: z.output<typeof createUserInput>): Promise<AdminUser> {
  const { name, email, password, role } = input;
  await requireFreeEmail(services.db, email, null);
  const userId = uuidv7();
  const hash = await hashPassword(password);
  await services.db.transaction(async (tx) => {
    await requireFreeEmail(tx, email, null);
    await tx.query(
      `INSERT INTO "User" (id, issuer, "externalId", name, email, role, "updatedAt")
       VALUES ($1::uuid, 'local', $1::text, $2, $3, $4::"UserRole", now())`,
      [userId, name, email, role],
    );
    await tx.query(
      `INSERT INTO "Account" (id, "accountId", "providerId", "userId", password, "updatedAt")
       VALUES ($1, $2::text, 'credential', $2::uuid, $3, now())`,
      [uuidv7(), userId, hash],
    );
  });
  return getAdminUser(services, { userId });
}
