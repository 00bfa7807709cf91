import { z } from "zod";
import { safeText } from "./text.ts";

/** Our ids are UUIDs (version 7 where we make them), in lower case. */
export const idSchema = z.uuid().toLowerCase();

/** A user by our id or by the host product's own. */
export const userRefInput = z.union([idSchema, z.strictObject({ externalId: safeText(200, 1) })]);

/** A seq or version on the way in: what PostgreSQL's integer can hold. */
export const countInput = (min: number) => z.int().min(min).max(2_147_483_647);

/** A moment as ISO 8601 in UTC. */
export const momentSchema = z.iso.datetime();

const firstMoment = Date.parse("0001-01-02T00:00:00Z");
const lastMoment = Date.parse("9999-12-31T12:00:00Z");

/** A moment on the way in: PostgreSQL knows no year 0, and rounds the end of 9999 to a year that no ISO date has. */
export const momentInput = momentSchema.refine(
  (moment) => Date.parse(moment) >= firstMoment && Date.parse(moment) <= lastMoment,
  { error: "Give a moment of the years 1 to 9999." },
);

/** The untyped bag behind every entity's custom fields; an entity's interface types it. */
export const customBag = z.record(z.string(), z.unknown());
