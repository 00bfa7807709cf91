import { adminUserIdInput } from "@chat/contract";
import { moderatorAction, router } from "../trpc.ts";
import { signOutUser } from "./sign-out-user.ts";

export const adminUserRouter = router({
  signOut: moderatorAction.input(adminUserIdInput).mutation(({ ctx, input }) => signOutUser(ctx.services, ctx.caller, input)),
});
