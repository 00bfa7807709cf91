import { z } from "zod";

/** A product's own fields on one entity: a zod object, whose keys become typed keys of `custom`. */
export type CustomFields = z.ZodObject;

/** What `defineChat` makes: the one place from which router, client, hooks and kit infer the product's own fields. */
export interface ChatDefinition {
  readonly custom: {
    readonly user: CustomFields;
    readonly channel: CustomFields;
    readonly member: CustomFields;
    readonly message: CustomFields;
  };
}

export type CustomEntity = keyof ChatDefinition["custom"];

/**
 * The custom fields of an entity as they are read. Partial, since rows written before a field was declared do not have it. (A mapped type of its own,
 * not `Partial`: only so is `D` inferred from a message that a host hands to a part.)
 */
export type Custom<D extends ChatDefinition, E extends CustomEntity> = {
  [K in keyof z.output<D["custom"][E]>]?: z.output<D["custom"][E]>[K];
};

/** The custom fields of an entity as they are written: validated by the server, unknown keys refused. */
export type CustomInput<D extends ChatDefinition, E extends CustomEntity> = z.input<D["custom"][E]>;

/** A wire entity without its untyped `custom` bag. What extends it with the product's own fields is an interface, from which `D` is inferred. */
export type WithoutCustom<S extends z.ZodType> = Omit<z.output<S>, "custom">;

const none = z.strictObject({});

/**
 * Declares the product's own fields, once:
 *
 * ```ts
 * export const chat = defineChat({ custom: { message: z.object({ priority: z.enum(["normal", "urgent"]).optional() }) } });
 * ```
 *
 * The server validates them on write (unknown keys are refused with `INVALID_INPUT`) and is lenient on read. An entity's fields hold at most
 * `limits.customBytes` of JSON.
 */
export function defineChat<
  U extends CustomFields = typeof none,
  C extends CustomFields = typeof none,
  M extends CustomFields = typeof none,
  S extends CustomFields = typeof none,
>(options: { custom?: { user?: U; channel?: C; member?: M; message?: S } } = {}) {
  const { user, channel, member, message } = options.custom ?? {};
  const custom = { user: user ?? none, channel: channel ?? none, member: member ?? none, message: message ?? none };
  return { custom: custom as { user: U; channel: C; member: M; message: S } };
}
