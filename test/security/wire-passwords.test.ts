import { request } from "node:http";
import { expect, test } from "vitest";
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

test("one person's password is tried from one address ten times, however the name is written (S34)", async () => {
  await using server = await startServer({ limits: {} });
  const ann = await server.signUp("Ann");
  const spellings = [ann.email, ann.email.toUpperCase(), ann.email.replace("example", "EXAMPLE")];
  const tries = many(80, (i) => ({ email: spellings[i % spellings.length] ?? ann.email }));
  expect(await reached(server, server.url, ann, tries)).toBe(10);
});

test("one address tries thirty passwords, whatever forwarded headers it forges (S34)", async () => {
  await using server = await startServer({ limits: {} });
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
  const tries = many(80, (i) => ({
    email: `nobody-${i}@example.com`,
    headers: Object.fromEntries(names.map((name) => [name, name === "forwarded" ? `for=203.0.113.${i}` : `203.0.113.${i}`])),
  }));
  expect(await reached(server, server.url, ann, tries)).toBe(30);
});

test("an IPv6 network is one address, and what stands left of the proxy's word is not believed (S34)", async () => {
  await using server = await startServer(proxied);
  const ann = await server.signUp("Ann");
  const rotating = many(80, (i) => ({
    email: `nobody-${i}@example.com`,
    headers: { "x-forwarded-for": `203.0.113.${i}, 2001:db8:1:2:${i.toString(16)}::${i.toString(16)}` },
  }));
  expect(await reached(server, server.url, ann, rotating)).toBe(30);
  const elsewhere = { "x-forwarded-for": "2001:db8:1:3::1" };
  expect(await attempt(server, server.url, ann, { headers: elsewhere })).toBe(401);
});

test("one person's password is tried from everywhere as often as the limit of its name says (S34)", async () => {
  // The default of a hundred costs ten seconds of hashing.
  await using server = await startServer({ ...proxied, limits: { signInEmail: { max: 12, windowMs: 900_000 } } });
  const ann = await server.signUp("Ann");
  const botnet = many(100, (i) => ({ headers: { "x-forwarded-for": `2001:db8:${i.toString(16)}::1` } }));
  expect(await reached(server, server.url, ann, botnet)).toBe(12);
});

test("no other spelling of the path, method, batch or body gets past the count (S34)", async () => {
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
  const tries: Try[] = [...paths.map((path) => ({ path })), ...bodies.map((body) => ({ body }))];
  expect(await reached(server, server.url, ann, tries)).toBe(0);
});

test("a password that is right is refused as well while its count is used up (S34)", async () => {
  await using server = await startServer({ limits: {} });
  const ann = await server.signUp("Ann");
  await reached(server, server.url, ann, many(40));
  const right = JSON.stringify({ email: ann.email, password: ann.password });
  expect(await attempt(server, server.url, ann, { body: right })).toBe(429);
});
