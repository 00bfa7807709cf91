import { resetSettingInput, setSettingInput } from "@chat/contract";
import { adminProcedure, graveAction, router } from "../trpc.ts";
import { resetSetting, setSetting } from "./write-setting.ts";

export const adminSettingRouter = router({
  list: adminProcedure.query(({ ctx }) => ({ items: ctx.services.settings.entries() })),
  set: graveAction
    .input(setSettingInput)
    .mutation(({ ctx, input }) => setSetting(ctx.services, ctx.caller, input.key, input.value)),
  reset: graveAction.input(resetSettingInput).mutation(({ ctx, input }) => resetSetting(ctx.services, input.key)),
});
