import type { Database } from "@chat/db";

/**
 * Keeps what was read of a database for a while, by key, and lets those who ask at once wait for one reading. A failed one is not kept. Per
 * database, so that the servers of one process do not answer for one another.
 */
export function remember<K, V>(ms: number, read: (db: Database, key: K) => Promise<V>): (db: Database, key: K) => Promise<V> {
  const databases = new WeakMap<Database, Map<K, { readonly value: Promise<V>; readonly until: number }>>();
  return (db, key) => {
    const kept = databases.get(db) ?? new Map<K, { readonly value: Promise<V>; readonly until: number }>();
    databases.set(db, kept);
    const held = kept.get(key);
    if (held !== undefined && held.until > performance.now()) return held.value;
    const value = read(db, key);
    kept.set(key, { value, until: performance.now() + ms });
    value.catch(() => kept.delete(key));
    return value;
  };
}
