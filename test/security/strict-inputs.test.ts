import { afterAll, beforeAll, expect, test } from "vitest";
import { printAllRows } from "../fixtures/all-rows.ts";
import { callSocket, proceduresOf, type Procedure } from "../fixtures/call.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket, type TestSocket } from "../fixtures/socket.ts";
import { fieldsOf, valueAt, withValue } from "./input-fields.ts";
import { makeCircle, makePlace, product, sampleInputs, type Place, type Product } from "./place.ts";

let server: TestServer<Product>;
let place: Place;
let socket: TestSocket<Product>;
let admin: TestSocket<Product>;

beforeAll(async () => {
  server = await startServer({ chat: product });
  admin = openSocket(server, await server.signUp("The site's admin"));
  place = await makePlace(server, await makeCircle(server));
  socket = openSocket(server, place.circle.owner);
});
afterAll(async () => {
  socket[Symbol.dispose]();
  admin[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

/** What stands in for a value, by its JSON type: operators of query builders among them. */
const replacements: readonly [type: string, value: unknown][] = [
  ["object", {}],
  ["object", { not: "" }],
  ["object", { $ne: null }],
  ["object", { set: "x" }],
  ["array", []],
  ["array", [{ not: "" }]],
  ["string", "x"],
  ["number", 7.5],
  ["boolean", true],
  ["null", null],
];

/** Keys that a row has, or that mean something to JavaScript, and no input takes. */
const extraKeys = [
  "role",
  "deletedAt",
  "userId",
  "version",
  "id",
  "authorId",
  "seq",
  "createdAt",
  "isAdmin",
  "where",
  "constructor",
];

function takes(types: ReadonlySet<string>, [type, value]: readonly [string, unknown]): boolean {
  // An object that is taken has keys of its own, and refuses these; a list looks at what is in it.
  const isEmpty = value instanceof Object && Object.keys(value).length === 0;
  return isEmpty || type === "string" || type === "boolean" || type === "null" ? types.has(type) : false;
}

/** Every field replaced by what does not fit there, and every object with a key too many. */
function misfits(procedure: Procedure, sample: unknown): { what: string; input: unknown }[] {
  const fields = procedure.input === undefined ? [] : fieldsOf(procedure.input);
  const inFree = (path: readonly (string | number)[]) => path.includes("data") && path.length > 1;
  const replaced = fields
    .filter(({ path }) => !inFree(path))
    .flatMap(({ path, types }) =>
      replacements
        .filter((replacement) => !takes(types, replacement) && !(path.at(-1) === "data" && replacement[0] === "object"))
        .map(([, value]) => ({ what: `${path.join(".")} = ${JSON.stringify(value)}`, input: withValue(sample, path, value) })),
    );
  const objects = [
    [],
    ...fields.filter(({ path, types }) => types.has("object") && !path.includes("data")).map(({ path }) => path),
  ];
  const extended = objects.flatMap((path) =>
    extraKeys
      .filter((key) => valueAt(sample, [...path, key]) === undefined)
      .map((key) => ({ what: `${[...path, key].join(".")} too many`, input: withValue(sample, [...path, key], "owner") })),
  );
  const whole = [[], "x", 7, true, null].map((input) => ({ what: `the whole is ${JSON.stringify(input)}`, input }));
  const proto = {
    what: "__proto__ too many",
    input: Object.defineProperty({ ...(sample as object) }, "__proto__", { value: { role: "admin" }, enumerable: true }),
  };
  return [...replaced, ...extended, ...whole, proto];
}

test("what is refused leaves nothing behind with what passes in the same batch", async () => {
  const { channelId } = place;
  const update = (input: object) => callSocket(socket, { path: "channel.update", type: "mutation" }, { channelId, ...input });
  // The first is on its way to the database when the others come, which are one transaction.
  const [, bad, good] = await Promise.all([
    update({ description: "First" }),
    update({ name: "Refused", description: "Refused", custom: { note: "x".repeat(20_000) } }),
    update({ slowModeSeconds: 1 }),
  ]);
  expect([bad.reason, good.reason]).toEqual(["TOO_LONG", "ok"]);
  const { data } = await callSocket(socket, { path: "channel.get", type: "query" }, { channelId });
  expect(data).toMatchObject({ channel: { name: "A place", description: "First", slowModeSeconds: 1 } });
});

test("every field refuses what is of another type, every object a key too many, and nothing is written", async () => {
  let refused = 0;
  for (const procedure of proceduresOf(server.chat)) {
    const sample = sampleInputs(place, place.circle.owner)[procedure.path];
    if (procedure.input === undefined) continue;
    const before = await printRows();
    const isConsole = procedure.path.startsWith("admin.");
    const cases = misfits(procedure, sample);
    const answers = await Promise.all(cases.map(({ input }) => callSocket(isConsole ? admin : socket, procedure, input)));
    const told = cases.map(
      ({ what }, index) => `${procedure.path}: ${what}: ${answers[index]?.status} ${answers[index]?.reason}`,
    );
    expect(told).toEqual(cases.map(({ what }) => `${procedure.path}: ${what}: 400 INVALID_INPUT`));
    expect([procedure.path, await printRows()]).toEqual([procedure.path, before]);
    refused += cases.length;
  }
  expect(refused).toBeGreaterThan(1_000);
  expect(Object.hasOwn(Object.prototype, "role")).toBe(false);
});

/** Without the audit log, which tells of what staff were refused, too. */
async function printRows(): Promise<Record<string, string>> {
  const { AuditLog: _log, AuditHead: _head, ...rows } = await printAllRows(server.database);
  return rows;
}
