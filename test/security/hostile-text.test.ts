import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callHttp, callSocket, proceduresOf, type Answer, type Procedure } from "../fixtures/call.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket, type TestSocket } from "../fixtures/socket.ts";
import { fieldsOf, nameOf, valueAt, withValue, type Field } from "./input-fields.ts";
import { apiOf, makeCircle, makePlace, product, sampleInputs, type Place, type Product } from "./place.ts";

let server: TestServer<Product>;
let place: Place;
let socket: TestSocket<Product>;

beforeAll(async () => {
  server = await startServer({ chat: product });
  await server.signUp("The site's admin");
  place = await makePlace(server, await makeCircle(server));
  // Whoever may open any room by its key.
  await server.database.query(`UPDATE "User" SET role = 'admin' WHERE id = $1`, [place.circle.owner.id]);
  socket = openSocket(server, place.circle.owner);
});
afterAll(async () => {
  socket[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const texts: Readonly<Record<string, string>> = {
  NUL: "a\u0000b",
  "a high surrogate alone": "a\ud800b",
  "a low surrogate alone": "\udc00",
  BOM: "a\ufeffb",
  "U+FFFE": "a\ufffeb",
  "U+FFFF": "\uffff",
  NFC: "\u00e9",
  NFD: "e\u0301",
  "a mark that turns the text": "a\u202eb",
  "an escape, spelled out": "a\\u0000b\\",
  "quotes and wildcards": `'"; %_\\%`,
  "20,000 signs": "x".repeat(20_000),
  "an id that is none": "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "a cursor of no day": "2024-99-99T99:99:99.999Z ffffffff-ffff-ffff-ffff-ffffffffffff",
  "a cursor of nobody": "2024-01-01T00:00:00.000Z ------------------------------------",
  "an encoded cursor of no day": Buffer.from("2024-99-99T99:99:99.999Z ffffffff-ffff-ffff-ffff-ffffffffffff").toString(
    "base64url",
  ),
  "an encoded cursor of year 0": Buffer.from("0000-01-01T00:00:00.000Z ffffffff-ffff-ffff-ffff-ffffffffffff").toString(
    "base64url",
  ),
  "year 0": "0000-01-01T00:00:00Z",
  "year 9999": "9999-12-31T23:59:59.999999999Z",
  "an event of another world": `${"f".repeat(64)}.999999999`,
};

const numbers = [-1, 0, 1.5, 2 ** 31 - 1, 2 ** 31, Number.MAX_SAFE_INTEGER, 2 ** 60, -0.0];

/** Reads again what a change answered, so that what is compared came out of the database. */
async function readAgain(procedure: Procedure, data: unknown): Promise<unknown> {
  const api = await apiOf(server, place.circle.owner);
  if (procedure.path === "user.updateMe") return api.user.me();
  const { id, seq, channel } = data as { id: string; seq?: number; channel?: { id: string } };
  if (seq !== undefined) return api.message.get({ messageId: id });
  return (await api.channel.get({ channelId: channel?.id ?? id })).channel;
}

/** Names and the like are one line without spaces around them (`nameText`). */
const asName = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Fresh where an input names something new. */
function sampleOf({ path }: Procedure): unknown {
  const sample = sampleInputs(place, place.circle.owner)[path];
  return path === "channel.ensure" ? { ...(sample as object), key: randomUUID() } : sample;
}

/** What is done once, and the console's calls, of which few are whole here: they refuse it, or take it, and fail at nothing. */
const once = new Set(["report.create", "appeal.create", "member.mute", "member.unmute"]);
const sound = [200, 400, 403, 404, 409];

/** A refusal in which the text has a part, or the very text again. */
async function expectSound(procedure: Procedure, field: Field, what: string, value: string, answer: Answer): Promise<void> {
  const told = `${procedure.path} ${field.path.join(".")} with ${what}`;
  if (procedure.path.startsWith("admin.") || once.has(procedure.path)) {
    expect([told, sound.includes(answer.status) ? answer.status : sound]).toEqual([told, answer.status]);
    return;
  }
  const mayBeNobodys = field.format === "uuid" || nameOf(field) === "externalId";
  if (answer.reason !== "ok") {
    const others = mayBeNobodys ? [400, 404] : procedure.path === "session.refresh" ? [400, 403] : [400];
    expect([told, others.includes(answer.status) ? answer.status : others]).toEqual([told, answer.status]);
  } else if (procedure.type === "mutation" && field.format === undefined && answer.data !== undefined) {
    const stored = valueAt(await readAgain(procedure, answer.data), field.path);
    expect([told, stored]).toEqual([told, nameOf(field) === "name" ? asName(value) : value]);
  }
}

/** What writes the same row each time, so that each has to be read before the next. */
const changesTheSame = new Set(["user.updateMe", "channel.update", "message.edit"]);

describe("what a text may hold", () => {
  test("is refused with 400 or comes back as it went, in every text of every procedure", { timeout: 240_000 }, async () => {
    let tried = 0;
    for (const procedure of proceduresOf(server.chat)) {
      const fields = procedure.input === undefined ? [] : fieldsOf(procedure.input).filter(({ types }) => types.has("string"));
      for (const field of fields) {
        const tries = Object.entries(texts).map(([what, value]) => async () => {
          const input = withValue(sampleOf(procedure), field.path, value);
          await expectSound(procedure, field, what, value, await callSocket(socket, procedure, input));
        });
        if (changesTheSame.has(procedure.path)) for (const attempt of tries) await attempt();
        else await Promise.all(tries.map((attempt) => attempt()));
        tried += tries.length;
      }
    }
    expect(tried).toBeGreaterThan(1_000);
    expect(failures()).toEqual([]);
  });

  test("is the same over HTTP, where it is in a URL or a body", async () => {
    const { NUL, NFD, BOM } = texts;
    for (const [path, type] of [
      ["user.search", "query"],
      ["channel.createGroup", "mutation"],
    ] as const) {
      const input = (text: string | undefined) => (type === "query" ? { query: text } : { name: "Texts", description: text });
      const answers = await Promise.all(
        [NUL, NFD, BOM].map((text) => callHttp(server, place.circle.owner, { path, type }, input(text))),
      );
      expect(answers.map(({ status, reason }) => [status, reason])).toEqual([
        [400, "INVALID_TEXT"],
        [200, "ok"],
        [200, "ok"],
      ]);
    }
    expect(failures()).toEqual([]);
  });

  test("fails no number either, however large", async () => {
    for (const procedure of proceduresOf(server.chat)) {
      const fields = procedure.input === undefined ? [] : fieldsOf(procedure.input).filter(({ types }) => types.has("integer"));
      for (const field of fields) {
        const told = `${procedure.path} ${field.path.join(".")}`;
        const answers = await Promise.all(
          numbers.map((value) => callSocket(socket, procedure, withValue(sampleOf(procedure), field.path, value))),
        );
        const statuses = answers.map(({ status }) => status);
        expect([told, statuses.filter((status) => status !== 200 && status !== 400)]).toEqual([told, []]);
      }
    }
    expect(failures()).toEqual([]);
  });

  test("is refused where it nests too deep or a key of it cannot be kept", async () => {
    const nested = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`) as unknown;
    const send = (data: unknown) =>
      callSocket(
        socket,
        { path: "message.send", type: "mutation" },
        { ...(sampleOf({ path: "message.send", type: "mutation", input: undefined }) as object), data },
      );
    const answers = await Promise.all(
      [{ [texts["NUL"] ?? ""]: 1 }, { a: [{ b: texts["NUL"] }] }, { a: "x".repeat(20_000) }, nested(100)].map(send),
    );
    expect(answers.map(({ reason }) => reason)).toEqual(["INVALID_TEXT", "INVALID_TEXT", "TOO_LONG", "ok"]);
    const deep = `{"channelId":"${place.channelId}","clientId":"deep","text":"t","data":${'{"a":'.repeat(60_000)}1${"}".repeat(60_000)}}`;
    const response = await fetch(`${server.url}/api/trpc/message.send`, {
      method: "POST",
      headers: { ...place.circle.owner.headers, "content-type": "application/json" },
      body: deep,
    });
    expect(response.status).toBe(400);
    expect(failures()).toEqual([]);
  });

  test("of accounts is refused or kept, and fails nothing", async () => {
    const post = (path: string, body: object) =>
      fetch(`${server.url}/api/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: server.url },
        body: JSON.stringify(body),
      });
    for (const what of ["NUL", "a high surrogate alone", "BOM", "20,000 signs"]) {
      const text = texts[what] ?? "";
      const email = `${randomUUID()}@example.com`;
      const named = await post("sign-up/email", { name: text, email, password: "password-1" });
      expect([what, named.status < 500]).toEqual([what, true]);
      for (const body of [
        { email: `${text}@example.com`, password: "password-1" },
        { email, password: `${text}password` },
      ]) {
        const answer = await post("sign-in/email", body);
        expect([what, answer.status >= 400 && answer.status < 500]).toEqual([what, true]);
      }
    }
    expect(failures()).toEqual([]);
  });
});

/** What went wrong inside since the last look, by the log: an error of ours or of PostgreSQL, whatever was answered. */
function failures(): string[] {
  const lines = server.log.splice(0);
  const failed = lines.filter(
    ({ level, fields }) => level === "error" || level === "warn" || JSON.stringify(fields).includes("22021"),
  );
  return failed.map(({ message, fields: { path, err } }) => `${message} ${String(path)}: ${String(err)}`);
}
