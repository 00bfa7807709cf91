import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callHttp, callSocket, proceduresOf } from "../fixtures/call.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";
import { makeCircle, makePlace, product, sampleInputs, type Place, type Product } from "./place.ts";

let server: TestServer<Product>;
let place: Place;
let picture: string;

beforeAll(async () => {
  server = await startServer({ chat: product });
  await server.signUp("The site's admin");
  place = await makePlace(server, await makeCircle(server));
  const { owner } = place.circle;
  const { data } = await callHttp(
    server,
    owner,
    { path: "user.updateMe", type: "mutation" },
    sampleInputs(place, owner)["user.updateMe"],
  );
  picture = (data as { image: string }).image;
});
afterAll(() => server[Symbol.asyncDispose]());

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** All that nobody in particular may have; what is not here is refused. */
const open = (): string[] => [
  ...methods.flatMap((method) => [`${method} /api/health`, `${method} /api/ready`]),
  `GET ${picture}`,
  `HEAD ${picture}`,
  "GET /api/auth/get-session",
  "POST /api/auth/sign-out",
];

/** Empty whatever is below: a preflight tells a page whether it may ask, and HEAD that somebody listens. */
const isProbe = (one: string) => /^(?:OPTIONS|HEAD) \/api\/trpc\//.test(one);

/** Ours, better-auth's others, and what nobody serves. */
const paths = (): string[] => [
  "/",
  "/api",
  "/api/",
  "/api/health",
  "/api/health/",
  "/api/ready",
  "/api/admin",
  "/api/trpc",
  "/api/trpc/",
  "/api/trpc/user.me",
  "/api/trpc/user%2Eme",
  "/api/trpc//user.me",
  "/api/trpc/../trpc/user.me",
  "/API/TRPC/user.me",
  "/api/trpc/user.me,session.list?batch=1&input=%7B%7D",
  "/api/images",
  "/api/images/",
  `/api/images/${"0".repeat(64)}`,
  picture,
  `${picture}/..`,
  ...[
    "get-session",
    "sign-out",
    "ok",
    "error",
    "list-sessions",
    "update-user",
    "delete-user",
    "change-email",
    "change-password",
    "verify-password",
    "set-password",
  ].map((name) => `/api/auth/${name}`),
  ...[
    "revoke-sessions",
    "revoke-session",
    "forget-password",
    "request-password-reset",
    "reset-password",
    "verify-email",
    "admin/list-users",
    "sign-in/social",
  ].map((name) => `/api/auth/${name}`),
];

describe("without credentials", () => {
  test("every path answers 2xx for what is open only", async () => {
    const asked = paths().flatMap((path) => methods.map((method) => ({ method, path })));
    const answers = await Promise.all(
      asked.map(async ({ method, path }) => {
        const body = ["POST", "PUT", "PATCH", "DELETE"].includes(method) ? "{}" : null;
        const { ok } = await fetch(server.url + path, {
          method,
          body,
          headers: { "content-type": "application/json", origin: server.url },
        });
        return ok ? [`${method} ${new URL(path, server.url).pathname}`] : [];
      }),
    );
    const answered = new Set(answers.flat());
    expect([...answered].filter((one) => !open().includes(one) && !isProbe(one))).toEqual([]);
    // And what is open does answer, or the list would hide a fault.
    expect(open().filter((one) => !answered.has(one))).toEqual([]);
  });

  test("every procedure is refused as not signed in, over HTTP by any method and over the socket, before its input is looked at", async () => {
    using socket = openSocket(server, null);
    for (const procedure of proceduresOf(server.chat)) {
      for (const input of [sampleInputs(place, place.circle.owner)[procedure.path], { nonsense: true }]) {
        const told = (via: string, reason: string) => `${procedure.path} over ${via}: ${reason}`;
        const answer = await callSocket(socket, procedure, input);
        expect(told("socket", answer.reason)).toBe(told("socket", "UNAUTHENTICATED"));
        if (procedure.type === "subscription") continue;
        const asked = await callHttp(server, null, procedure, input);
        expect(told("HTTP", `${asked.status} ${asked.reason}`)).toBe(told("HTTP", "401 UNAUTHENTICATED"));
        const other = await callHttp(
          server,
          null,
          { path: procedure.path, type: procedure.type === "query" ? "mutation" : "query" },
          input,
        );
        expect(told("the other method", String(other.status >= 400))).toBe(told("the other method", "true"));
      }
    }
  });

  test("nothing that was refused left a trace", async () => {
    expect(server.log.filter(({ level }) => level === "error")).toEqual([]);
  });
});
