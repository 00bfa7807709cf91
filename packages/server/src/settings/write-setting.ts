import { settingKinds, type SettingEntry, type SettingKey } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { raiseVersion } from "./versions.ts";

/** Errors: SETTING_LOCKED, INVALID_INPUT. */
export async function setSetting(services: Services, caller: Caller, key: SettingKey, value: unknown): Promise<SettingEntry> {
  requireUnlocked(services, key);
  const parsed = settingKinds[key].schema.safeParse(value);
  if (!parsed.success)
    throw new ChatError("INVALID_INPUT", { message: parsed.error.issues[0]?.message ?? "The value does not fit." });
  await services.db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO "Setting" (key, value, "updatedById") VALUES ($1, $2::jsonb, $3)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, "updatedById" = excluded."updatedById", "updatedAt" = now()`,
      [key, JSON.stringify(parsed.data), caller.userId],
    );
    await raiseVersion(tx, "settings");
  });
  await services.settings.load();
  return services.settings.entry(key);
}

/** The default again. Errors: SETTING_LOCKED. */
export async function resetSetting(services: Services, key: SettingKey): Promise<SettingEntry> {
  requireUnlocked(services, key);
  await services.db.transaction(async (tx) => {
    await tx.query(`DELETE FROM "Setting" WHERE key = $1`, [key]);
    await raiseVersion(tx, "settings");
  });
  await services.settings.load();
  return services.settings.entry(key);
}

function requireUnlocked({ settings }: Services, key: SettingKey): void {
  if (settings.isLocked(key))
    throw new ChatError("SETTING_LOCKED", { message: `This setting comes from ${settingKinds[key].variable}: change it there.` });
}
