import { settingKeys, settingKinds, type SettingEntry, type SettingKey, type SettingValues } from "@chat/contract";
import type { Database } from "@chat/db";

/** Settings that come from the environment. */
export type LockedSettings = { readonly [K in SettingKey]?: SettingValues[K] | undefined };

/** What staff decided, held in memory; `load` reads it anew. The environment wins, then the console, then the default. */
export class SettingBook {
  readonly #db: Database;
  readonly #locked: LockedSettings;
  #kept: LockedSettings = {};

  constructor(db: Database, locked: LockedSettings = {}) {
    this.#db = db;
    this.#locked = locked;
  }

  /** What was kept by another version and does not fit any more counts as not kept. */
  async load(): Promise<void> {
    const rows = await this.#db.query<{ key: string; value: unknown }>(`SELECT key, value FROM "Setting"`);
    const kept: Record<string, unknown> = {};
    for (const { key, value } of rows) {
      const parsed = isKey(key) ? settingKinds[key].schema.safeParse(value) : null;
      if (parsed?.success === true) kept[key] = parsed.data;
    }
    this.#kept = kept;
  }

  get<K extends SettingKey>(key: K): SettingValues[K] {
    return (this.#locked[key] ?? this.#kept[key] ?? settingKinds[key].default) as SettingValues[K];
  }

  isLocked(key: SettingKey): boolean {
    return this.#locked[key] !== undefined;
  }

  entry(key: SettingKey): SettingEntry {
    const source = this.isLocked(key) ? "environment" : this.#kept[key] === undefined ? "default" : "console";
    return { key, value: this.get(key), default: settingKinds[key].default, source };
  }

  entries(): SettingEntry[] {
    return settingKeys.map((key) => this.entry(key));
  }
}

const isKey = (key: string): key is SettingKey => Object.hasOwn(settingKinds, key);
