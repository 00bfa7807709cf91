import { request } from "node:http";
import { expect, test } from "vitest";
import { patienceMs, size } from "../chaos/size.ts";
import { openRawSocket } from "../fixtures/raw-socket.ts";
import { startServer, type Person, type TestServer } from "../fixtures/server.ts";

interface Try {
  readonly path?: string;
  readonly email?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** One attempt to sign in with a wrong password; the path is sent letter by letter. */
function attempt(
  server: { url: string },
  origin: string,
  person: Pick<Person, "email">,
  { path, email, headers, body }: Try = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(server.url, {
      method: "POST",
      path: path ?? "/api/auth/sign-in/email",
      headers: { "content-type": "application/json", origin, ...headers },
    });
    asked.on("response", (res) => res.resume().on("end", () => resolve(res.statusCode ?? 0)));
    asked.on("error", reject);
    asked.end(body ?? JSON.stringify({ email: email ?? person.email, password: "wrong password" }));
  });
}

/** How many of these tries a password was compared for: 401 says so. */
async function reached(
  server: TestServer,
  origin: string,
  person: Pick<Person, "email">,
  tries: readonly Try[],
): Promise<number> {
  const statuses: number[] = [];
  for (let from = 0; from < tries.length; from += 20)
    statuses.push(...(await Promise.all(tries.slice(from, from + 20).map((one) => attempt(server, origin, person, one)))));
  expect(statuses.filter((status) => ![400, 401, 403, 404, 415, 429].includes(status))).toEqual([]);
  return statuses.filter((status) => status === 401).length;
}

const many = (count: number, make: (i: number) => Try = () => ({})) => Array.from({ length: count }, (_, i) => make(i));
const proxied = { limits: {}, trustedProxies: ["127.0.0.1"] };
/** Attempts from one address are refused before they are looked at; what is counted behind that limit is looked at without it. */
const unhurried = { limits: { signIn: null } };
const tries = size(80, 10_000);
const options = { timeout: patienceMs };

test("one person's password is tried five times, however the name is written (S34)", options, async () => {
  await using server = await startServer(unhurried);
  const ann = await server.signUp("Ann");
  const spellings = [ann.email, ann.email.toUpperCase(), ann.email.replace("example", "EXAMPLE")];
  const guesses = many(tries, (i) => ({ email: spellings[i % spellings.length] ?? ann.email }));
  expect(await reached(server, server.url, ann, guesses)).toBe(5);
});

test("one address tries twenty passwords in vain, whatever forwarded headers it forges (S34)", options, async () => {
  await using server = await startServer(unhurried);
  const ann = await server.signUp("Ann");
  const names = [
    "x-forwarded-for",
    "x-real-ip",
    "forwarded",
    "cf-connecting-ip",
    "true-client-ip",
    "x-client-ip",
    "x-chat-client-ip",
  ];
  const addressOf = (i: number) => `203.0.${i >> 8}.${i & 255}`;
  const guesses = many(tries, (i) => ({
    email: `nobody-${i}@example.com`,
    headers: Object.fromEntries(names.map((name) => [name, name === "forwarded" ? `for=${addressOf(i)}` : addressOf(i)])),
  }));
  expect(await reached(server, server.url, ann, guesses)).toBe(20);
});

test("an IPv6 network is one address, and what stands left of the proxy's word is not believed (S34)", options, async () => {
  await using server = await startServer({ ...proxied, ...unhurried });
  const ann = await server.signUp("Ann");
  const rotating = many(tries, (i) => ({
    email: `nobody-${i}@example.com`,
    headers: { "x-forwarded-for": `203.0.113.${i % 256}, 2001:db8:1:2:${i.toString(16)}::${i.toString(16)}` },
  }));
  expect(await reached(server, server.url, ann, rotating)).toBe(20);
  const elsewhere = { "x-forwarded-for": "2001:db8:1:3::1" };
  expect(await attempt(server, server.url, ann, { headers: elsewhere })).toBe(401);
});

test("one person's password is tried from everywhere as often as from one place (S34)", options, async () => {
  await using server = await startServer(proxied);
  const ann = await server.signUp("Ann");
  const botnet = many(tries, (i) => ({ headers: { "x-forwarded-for": `2001:db8:${i.toString(16)}::1` } }));
  expect(await reached(server, server.url, ann, botnet)).toBe(5);
});

test("passwords that are right count for nobody, and somebody shut out shuts out nobody beside (S34)", async () => {
  await using server = await startServer(unhurried);
  const ann = await server.signUp("Ann");
  const ben = await server.signUp("Ben");
  const right = ({ email, password }: Person) => attempt(server, server.url, ann, { body: JSON.stringify({ email, password }) });
  for (let i = 0; i < 25; i += 1) expect(await right(ann)).toBe(200);
  expect(await reached(server, server.url, ann, many(40))).toBe(5);
  expect(await right(ann)).toBe(429);
  expect(await right(ben)).toBe(200);
});

test("no other spelling of the path, method, batch or body gets past the count (S34)", options, async () => {
  await using server = await startServer({ limits: {} });
  const ann = await server.signUp("Ann");
  // Used up by the plain way.
  await reached(server, server.url, ann, many(40));
  const one = { email: ann.email, password: "wrong password" };
  const paths = [
    "//api/auth/sign-in/email",
    "/api//auth/sign-in/email",
    "/api/auth//sign-in/email",
    "/api/auth/sign-in//email",
    "/api/auth/sign-in/email/",
    "/api/auth/./sign-in/email",
    "/api/auth/%2e/sign-in/email",
    "/api/auth/x/../sign-in/email",
    "/api/auth/x/%2e%2e/sign-in/email",
    "/api/auth/sign-in%2femail",
    "/api/auth/sign%2din/email",
    "/api/auth/SIGN-IN/email",
    "/API/auth/sign-in/email",
    "/api/auth/sign-in/email?x=1",
    "/api/auth/sign-in/email#x",
    "/api/auth/sign-in/email;x=1",
    "/api/auth\\sign-in\\email",
    "/api/auth/sign-in/username",
    "/api/trpc/auth.signIn",
    "/api/trpc/sign-in/email,sign-in/email?batch=1",
  ];
  const bodies = [JSON.stringify([one, one]), JSON.stringify({ 0: one, 1: one }), JSON.stringify({ ...one, email: [ann.email] })];
  const spellings: Try[] = [...paths.map((path) => ({ path })), ...bodies.map((body) => ({ body }))];
  const guesses = many(Math.max(tries, spellings.length), (i) => spellings[i % spellings.length] ?? {});
  expect(await reached(server, server.url, ann, guesses)).toBe(0);
});

test("a socket compares no passwords, alone or in an array (S34)", options, async () => {
  await using server = await startServer({ limits: {} });
  const ann = await server.signUp("Ann");
  const paths = ["auth.signIn", "sign-in/email", "session.create", "user.signIn"];
  const input = { email: ann.email, password: ann.password };
  const reasons = new Set<unknown>();
  const atOnce = 100;
  for (let from = 0; from < tries; from += atOnce) {
    using socket = await openRawSocket(server, ann.headers);
    const calls = Array.from({ length: Math.min(atOnce, tries - from) }, (_, i) => ({
      id: i + 1,
      method: "mutation",
      params: { path: paths[i % paths.length], input },
    }));
    if (from % (2 * atOnce) === 0) socket.send(calls);
    else for (const call of calls) socket.send(call);
    await socket.until(calls.length);
    for (const frame of socket.frames) reasons.add(typeof frame === "string" ? frame : frame.error?.data["code"]);
  }
  expect([...reasons].filter((reason) => reason !== "NOT_FOUND" && reason !== "TOO_MANY_REQUESTS")).toEqual([]);
});

test("a password that is right is refused as well while its count is used up (S34)", async () => {
  await using server = await startServer({ limits: {} });
  const ann = await server.signUp("Ann");
  await reached(server, server.url, ann, many(40));
  const right = JSON.stringify({ email: ann.email, password: ann.password });
  expect(await attempt(server, server.url, ann, { body: right })).toBe(429);
});
