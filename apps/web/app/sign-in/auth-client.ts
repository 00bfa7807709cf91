import { createAuthClient } from "better-auth/client";

/** Accounts of this site, at /api/auth of the page's own origin. */
export const authClient = createAuthClient();
