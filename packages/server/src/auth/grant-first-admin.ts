import type { Database } from "@chat/db";

/**
 * The first person ever to sign up on a site without an admin becomes it (CHAT_SEED=empty). One statement, whose mark is unique, so that of two
 * who sign up at once only one does, and nobody later, whatever becomes of the first.
 */
export async function grantFirstAdmin(db: Database, userId: string): Promise<void> {
  await db.query(
    `WITH mark AS (
       INSERT INTO "ServerState" (key, value) VALUES ('first-sign-up', $1::text) ON CONFLICT (key) DO NOTHING RETURNING key
     )
     UPDATE "User" SET role = 'admin' WHERE id = $1::uuid AND EXISTS (SELECT FROM mark) AND NOT EXISTS (SELECT FROM "User" WHERE role = 'admin')`,
    [userId],
  );
}
