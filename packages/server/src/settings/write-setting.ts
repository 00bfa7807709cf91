import { settingKinds, type SettingEntry, type SettingKey } from "@chat/contract";
import type { Transaction } from "@chat/db";
import { noteChange } from "../audit/note-change.ts";
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
  const before = await services.db.transaction(async (tx) => {
    const kept = await lockSetting(tx, key);
    await tx.query(
      `INSERT INTO "Setting" (key, value, "updatedById") VALUES ($1, $2::jsonb, $3)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, "updatedById" = excluded."updatedById", "updatedAt" = now()`,
      [key, JSON.stringify(parsed.data), caller.userId],
    );
    return kept;
  });
  await services.settings.load();
  return noteChange(services.settings.entry(key), before, { value: parsed.data, source: "console" });
}

/** The default again. Errors: SETTING_LOCKED. */
export async function resetSetting(services: Services, key: SettingKey): Promise<SettingEntry> {
  requireUnlocked(services, key);
  const before = await services.db.transaction(async (tx) => {
    const kept = await lockSetting(tx, key);
    await tx.query(`DELETE FROM "Setting" WHERE key = $1`, [key]);
    return kept;
  });
  await services.settings.load();
  return noteChange(services.settings.entry(key), before, byDefault(key));
}

const byDefault = (key: SettingKey) => ({ value: settingKinds[key].default, source: "default" });

/** What is kept of a setting. Nobody else changes one until the transaction ends. */
async function lockSetting(tx: Transaction, key: SettingKey): Promise<{ value: unknown; source: string }> {
  await raiseVersion(tx, "settings");
  const [row] = await tx.query<{ value: unknown }>(`SELECT value FROM "Setting" WHERE key = $1`, [key]);
  return row === undefined ? byDefault(key) : { value: row.value, source: "console" };
}

function requireUnlocked({ settings }: Services, key: SettingKey): void {
  if (settings.isLocked(key))
    throw new ChatError("SETTING_LOCKED", { message: `This setting comes from ${settingKinds[key].variable}: change it there.` });
}
