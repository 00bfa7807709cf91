import { resetSettingInput, setSettingInput } from "@chat/contract";
import { adminAction, adminProcedure, router } from "../trpc.ts";
import { resetSetting, setSetting } from "./write-setting.ts";

export const adminSettingRouter = router({
  list: adminProcedure.query(({ ctx }) => ({ items: ctx.services.settings.entries() })),
  set: adminAction
    .input(setSettingInput)
    .mutation(({ ctx, input }) => setSetting(ctx.services, ctx.caller, input.key, input.value)),
  reset: adminAction.input(resetSettingInput).mutation(({ ctx, input }) => resetSetting(ctx.services, input.key)),
});
