import type { ChatDefinition, User, UserRef } from "@chat/contract";

/** A user row as SQL's `to_jsonb` gives it, or as a column list with these names. */
export interface UserRow {
  id: string;
  issuer: string;
  externalId: string;
  name: string;
  email: string | null;
  image: string | null;
  role: "user" | "moderator" | "admin";
  custom: Record<string, unknown>;
  version: number;
  lastSeenAt: string | Date | null;
  deactivatedAt: string | Date | null;
  createdAt: string | Date;
}

/** ISO 8601 in UTC of what PostgreSQL answers, be it a timestamp column or one inside JSON. */
export function toMoment(value: string | Date): string {
  return (value instanceof Date ? value : new Date(value)).toISOString();
}

export function toMomentOrNull(value: string | Date | null): string | null {
  return value === null ? null : toMoment(value);
}

export function toUserRef(row: Pick<UserRow, "id" | "name" | "image" | "version">): UserRef {
  return { id: row.id, name: row.name, image: row.image, version: row.version };
}

/** Keeps of `custom` what the product's schema still knows and accepts: lenient on read. */
export function readCustom(
  definition: ChatDefinition,
  entity: keyof ChatDefinition["custom"],
  bag: unknown,
): Record<string, unknown> {
  const given = (bag ?? {}) as Record<string, unknown>;
  const shape = definition.custom[entity].shape;
  const kept: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(shape)) {
    if (!(key in given)) continue;
    const parsed = (schema as { safeParse(value: unknown): { success: boolean; data?: unknown } }).safeParse(given[key]);
    if (parsed.success) kept[key] = parsed.data;
  }
  return kept;
}

export function toUser(definition: ChatDefinition, row: UserRow, online: boolean): User {
  return {
    ...toUserRef(row),
    online,
    lastSeenAt: toMomentOrNull(row.lastSeenAt),
    role: row.role,
    createdAt: toMoment(row.createdAt),
    deactivatedAt: toMomentOrNull(row.deactivatedAt),
    custom: readCustom(definition, "user", row.custom),
  };
}
