import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printAllRows } from "../fixtures/all-rows.ts";
import { callHttp, callSocket, proceduresOf, type Answer, type Procedure } from "../fixtures/call.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";
import { fieldsOf, nameOf, withValue, type Field } from "./input-fields.ts";
import { apiOf, makeCircle, makePlace, product, sampleInputs, type Circle, type Place, type Product } from "./place.ts";

// Two circles with nothing in common, on a site where one finds those only whom one shares a channel with.
let server: TestServer<Product>;
let ours: Circle;
let theirs: Place;

beforeAll(async () => {
  server = await startServer({ chat: product, directory: "shared" });
  await server.signUp("The site's admin");
  ours = await makeCircle(server);
  theirs = await makePlace(server, await makeCircle(server));
});
afterAll(() => server[Symbol.asyncDispose]());

/** What takes an id as a place in the order of one's own rows, and looks for no row of it. */
const ordered = new Set(["report.mine"]);

/** Staff see everybody's by right, and others nothing at all: the authorization matrix proves both. */
const procedures = () => proceduresOf(server.chat).filter(({ path }) => !path.startsWith("admin.") && !ordered.has(path));

/** Without the days on which people were here, which a socket that is opened writes down. */
async function printRows(): Promise<Record<string, string>> {
  const { ActiveDay: _, ...rows } = await printAllRows(server.database);
  return rows;
}

const isId = (field: Field) => field.format === "uuid" || nameOf(field) === "externalId";

/** What of theirs may stand in a field of this name; a name that is not here has to be thought of. */
function theirIdsFor(field: Field): string[] {
  const { owner } = theirs.circle;
  const messageIds = [theirs.messageOf.get(owner.id) ?? "", theirs.replyId];
  const ids: Record<string, string[]> = {
    channelId: [theirs.channelId, theirs.threadId],
    messageId: messageIds,
    replyToId: messageIds,
    userId: [owner.id],
    userIds: [owner.id],
    memberIds: [owner.id],
    cursor: [owner.id],
    externalId: [owner.id],
    // Of the message that a client says it holds last.
    id: messageIds,
    sanctionId: [theirs.sanctionOf.get(owner.id) ?? ""],
    sessionId: [theirs.sessionOf.get(owner.id) ?? ""],
  };
  const named = ids[nameOf(field)];
  if (named === undefined) throw new Error(`Nobody said what of another circle "${nameOf(field)}" could name.`);
  return named;
}

async function call(who: Person, procedure: Procedure, input: unknown): Promise<Answer> {
  if (procedure.type !== "subscription") return callHttp(server, who, procedure, input);
  using socket = openSocket(server, who);
  return await callSocket(socket, procedure, input);
}

describe("an id of people with whom one has nothing in common", () => {
  test("is in inputs that we know", () => {
    const named = procedures().flatMap(({ input }) => (input === undefined ? [] : fieldsOf(input).filter(isId).map(nameOf)));
    expect([...new Set(named)].sort()).toEqual([
      "channelId",
      "cursor",
      "externalId",
      "id",
      "memberIds",
      "messageId",
      "replyToId",
      "sanctionId",
      "sessionId",
      "userId",
      "userIds",
    ]);
  });

  test("is answered like a random one in every field of every procedure, and writes nothing", async () => {
    let compared = 0;
    for (const procedure of procedures()) {
      const fields = procedure.input === undefined ? [] : fieldsOf(procedure.input).filter(isId);
      if (fields.length === 0) continue;
      const place = await makePlace(server, ours);
      const before = await printRows();
      const cells = [ours.owner, ours.member, ours.friend].flatMap((who) =>
        fields.flatMap((field) => theirIdsFor(field).map((id) => ({ who, field, id }))),
      );
      await Promise.all(
        cells.map(async ({ who, field, id: theirId }) => {
          const sample = sampleInputs(place, who)[procedure.path];
          const ask = (id: string) => call(who, procedure, withValue(sample, field.path, id));
          const [foreign, random] = await Promise.all([ask(theirId), ask(randomUUID())]);
          expect([procedure.path, field.path, who.name, foreign]).toEqual([procedure.path, field.path, who.name, random]);
        }),
      );
      compared += cells.length;
      expect([procedure.path, await printRows()]).toEqual([procedure.path, before]);
      // With our own ids it is allowed, to one of us at least: or the above would prove nothing.
      const own: string[] = [];
      for (const who of [ours.owner, ours.member])
        own.push((await call(who, procedure, sampleInputs(place, who)[procedure.path])).reason);
      expect([procedure.path, own]).toEqual([procedure.path, expect.arrayContaining(["ok"])]);
    }
    expect(compared).toBeGreaterThan(100);
  });

  test("is nobody when it is mentioned, and a key is not there when it is theirs", async () => {
    const place = await makePlace(server, ours);
    const api = await apiOf(server, ours.owner);
    const mention = (id: string) => `[@Somebody](mention:${id})`;
    const sent = await api.message.send({
      channelId: place.channelId,
      clientId: "1",
      text: mention(theirs.circle.owner.id) + mention(ours.member.id),
    });
    expect(sent.mentions).toEqual([ours.member.id]);
    const edited = await api.message.edit({ messageId: sent.id, text: mention(theirs.circle.owner.id) });
    expect(edited.mentions).toEqual([]);
    const answers = [theirs.key, randomUUID()].map((key) =>
      callHttp(server, ours.owner, { path: "channel.ensure", type: "mutation" }, { key }),
    );
    const [foreign, random] = await Promise.all(answers);
    expect(foreign).toEqual(random);
    expect(foreign?.reason).toBe("NOT_FOUND");
  });
});
