import { isSafeText, limits, type ChatDefinition, type CustomEntity } from "@chat/contract";
import { ChatError } from "./chat-error.ts";
import { readCustom } from "./users/record.ts";

/**
 * The product's own fields of a new row: defaults filled in, the whole within `limits.customBytes`. Errors: INVALID_INPUT with the first
 * field that does not fit, TOO_LONG, INVALID_TEXT.
 */
export function parseCustom(definition: ChatDefinition, entity: CustomEntity, given: unknown): Record<string, unknown> {
  const parsed = strictOf(definition.custom[entity]).safeParse(given ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ChatError("INVALID_INPUT", {
      message: `custom.${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit"}`,
    });
  }
  requireStorable(parsed.data);
  return parsed.data;
}

type CustomSchema = ChatDefinition["custom"][CustomEntity];

/** Made once: zod builds and compiles a new schema for each `strict()`, which costs more than all else that a send does before the lane. */
const strictSchemas = new WeakMap<CustomSchema, ReturnType<CustomSchema["strict"]>>();

function strictOf(schema: CustomSchema): ReturnType<CustomSchema["strict"]> {
  let strict = strictSchemas.get(schema);
  if (strict === undefined) {
    strict = schema.strict();
    strictSchemas.set(schema, strict);
  }
  return strict;
}

/** Some of the fields, over those a row has. Errors: as above. */
export function mergeCustom(
  definition: ChatDefinition,
  entity: CustomEntity,
  current: unknown,
  given: object,
): Record<string, unknown> {
  return parseCustom(definition, entity, { ...readCustom(definition, entity, current), ...given });
}

/** Levels of JSON inside one another: far more than people write, far fewer than break a stack. */
const maxDepth = 100;

/** Refuses JSON that PostgreSQL cannot keep, nests too deep, or is larger than `limits.customBytes`. Errors: INVALID_INPUT, TOO_LONG, INVALID_TEXT. */
export function requireStorable(value: unknown): void {
  if (isDeeper(value, maxDepth))
    throw new ChatError("INVALID_INPUT", { message: `The data nests more than ${maxDepth} levels deep.` });
  if (Buffer.byteLength(JSON.stringify(value ?? null)) > limits.customBytes)
    throw new ChatError("TOO_LONG", { message: "The data is too large." });
  if (!isStorable(value)) throw new ChatError("INVALID_TEXT");
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function isStorable(value: unknown): boolean {
  if (typeof value === "string") return isSafeText(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isSafeText(key) && isStorable(inner));
}
