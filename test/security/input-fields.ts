import { z } from "zod";

/** One place in a procedure's input where a value may stand, however deep. */
export interface Field {
  readonly path: readonly (string | number)[];
  /** JSON types that the schema takes there. */
  readonly types: ReadonlySet<string>;
  /** `uuid`, `date-time`, or undefined. */
  readonly format: string | undefined;
}

interface JsonSchema {
  type?: string;
  format?: string;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
}

/** Every field of an input, read from its schema: those of objects, the first of arrays, one key of free records. */
export function fieldsOf(input: z.ZodType): Field[] {
  return walk(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as JsonSchema, []);
}

function walk(schema: JsonSchema, path: Field["path"]): Field[] {
  const variants = schema.anyOf ?? [schema];
  const types = new Set(variants.flatMap(({ type }) => (type === undefined ? [] : [type])));
  const format = variants.find((variant) => variant.format !== undefined)?.format;
  const own = path.length === 0 ? [] : [{ path, types, format }];
  return [...own, ...variants.flatMap((variant) => walkInside(variant, path))];
}

function walkInside({ properties = {}, items, additionalProperties }: JsonSchema, path: Field["path"]): Field[] {
  const named = Object.entries(properties).flatMap(([name, schema]) => walk(schema, [...path, name]));
  const listed = items === undefined ? [] : walk(items, [...path, 0]);
  const isFree = typeof additionalProperties === "object";
  return [
    ...named,
    ...listed,
    ...(isFree ? walk({ anyOf: [{ type: "string" }, { type: "object" }] }, [...path, "anything"]) : []),
  ];
}

/** A copy of an input with another value at one place; what is missing on the way there is made. */
export function withValue(input: unknown, path: Field["path"], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = withValue(valueAt(input, [key]), rest, value);
  if (typeof key === "number") return [inner];
  return { ...(typeof input === "object" && input !== null ? input : {}), [key]: inner };
}

export function valueAt(input: unknown, path: Field["path"]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined),
    input,
  );
}

/** The name of a field as a person would say it: its last key. */
export function nameOf({ path }: Field): string {
  return String(path.findLast((key) => typeof key === "string"));
}
