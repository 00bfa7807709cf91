import type { SystemData } from "@chat/contract";
import type { Services } from "../services.ts";

/** Lines that go through the lane together. */
const atOnce = 200;

/**
 * Gives somebody another name in the lines of their groups that name them, such as "Ann added Ben": these keep the name of the time. A change of each
 * line's row, so that clients that hold it hear of it.
 */
export async function renameInLines(services: Services, actorId: string, person: { id: string; name: string }): Promise<void> {
  const lines = await services.db.query<{ id: string; channelId: string }>(
    `SELECT m.id, m."channelId" FROM "Member" mb JOIN "Message" m ON m."channelId" = mb."channelId" AND m.kind = 'system'
     WHERE mb."userId" = $1 AND m.data -> 'users' @> jsonb_build_array(jsonb_build_object('id', $1::text))
       AND NOT m.data -> 'users' @> jsonb_build_array(jsonb_build_object('id', $1::text, 'name', $2::text))`,
    [person.id, person.name],
  );
  for (let from = 0; from < lines.length; from += atOnce)
    await Promise.all(lines.slice(from, from + atOnce).map((line) => renameInLine(services, actorId, line, person)));
}

function renameInLine(
  services: Services,
  actorId: string,
  line: { id: string; channelId: string },
  person: { id: string; name: string },
): Promise<void> {
  return services.append.push<void>({
    channelId: line.channelId,
    actorId,
    needs: { messageIds: [line.id] },
    apply(work) {
      const message = work.message(line.id);
      if (message === undefined) return;
      const data = message.data as SystemData;
      message.data = { ...data, users: (data.users ?? []).map((user) => (user.id === person.id ? { ...person } : user)) };
      work.touchMessage(message);
      work.emitMessage(message, { change: "edited" });
    },
  });
}
