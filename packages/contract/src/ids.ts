import { z } from "zod";

/** Our ids are UUIDs (version 7 where we make them), in lower case. */
export const idSchema = z.uuid().toLowerCase();

/** A user by our id or by the host product's own. */
export const userRefInput = z.union([idSchema, z.strictObject({ externalId: z.string().min(1).max(200) })]);

/** A moment as ISO 8601 in UTC. */
export const momentSchema = z.iso.datetime();

/** The untyped bag behind every entity's custom fields; `WithCustom` types it. */
export const customBag = z.record(z.string(), z.unknown());
