/** Whether a channel's message of this number has this id: else what a client holds is of another history. True where the number is null. */
export const heldSql = (channelId: string, seq: string, id: string) =>
  `(${seq} IS NULL OR EXISTS (SELECT FROM "Message" held WHERE held."channelId" = ${channelId} AND held.seq = ${seq} AND held.id = ${id}))`;
