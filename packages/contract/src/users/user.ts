import { z } from "zod";
import type { ChatDefinition, Custom, WithoutCustom } from "../define-chat.ts";
import { customBag, idSchema, momentSchema } from "../ids.ts";

export const userRoles = ["user", "moderator", "admin"] as const;

/** What is shown of a person beside their words. `version` rises with every rename or new picture. */
export const userRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Path or https URL of a picture; null draws initials. */
  image: z.string().nullable(),
  version: z.int(),
});
export type UserRef = z.output<typeof userRefSchema>;

export const presenceSchema = z.object({
  online: z.boolean(),
  lastSeenAt: momentSchema.nullable(),
});
export type Presence = z.output<typeof presenceSchema>;

export const userSchema = userRefSchema.extend({
  ...presenceSchema.shape,
  /** The role on this site, not in a channel. */
  role: z.enum(userRoles),
  createdAt: momentSchema,
  deactivatedAt: momentSchema.nullable(),
  custom: customBag,
});
export interface User<D extends ChatDefinition = ChatDefinition> extends WithoutCustom<typeof userSchema> {
  custom: Custom<D, "user">;
}

/** The caller, with what only they may see. */
export const meSchema = userSchema.extend({ email: z.string().nullable(), issuer: z.string(), externalId: z.string() });
export interface Me<D extends ChatDefinition = ChatDefinition> extends WithoutCustom<typeof meSchema> {
  custom: Custom<D, "user">;
}
