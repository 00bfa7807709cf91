import { z } from "zod";
import { countInput, idSchema } from "../ids.ts";
import { heldHeadSchema } from "../messages/inputs.ts";

/**
 * One open channel. `since` is the version already held; the stock client merges `lastEventId` (`<epoch>.<version>`) into the input on
 * reconnect, and it wins. Without either the stream starts at the present.
 */
export const liveChannelInput = z.strictObject({
  channelId: idSchema,
  since: countInput(0).optional(),
  /** The epoch that `since` belongs to. */
  epoch: z.string().max(64).optional(),
  /** For servers whose capabilities name `head`. One that does not match is answered with `reset`. */
  head: heldHeadSchema.optional(),
  lastEventId: z.string().max(128).optional(),
});
export type LiveChannel = z.input<typeof liveChannelInput>;

/** All my channels. Never replayed; `lastEventId` is tolerated, since a stock client sends what it has. */
export const liveInboxInput = z.strictObject({ lastEventId: z.string().max(128).optional() }).optional();
export type LiveInbox = z.input<typeof liveInboxInput>;
