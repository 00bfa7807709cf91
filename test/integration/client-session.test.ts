import { siteBanOf, slices, type ChatRouter } from "@chat/client";
import { getUntypedClient, type TRPCClient } from "@trpc/client";
import { describe, expect, it, vi } from "vitest";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { startServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";
import { hire } from "../fixtures/staff.ts";

const connection = (one: TestClient) => one.client.store.read(slices.connection);
const isOnline = (one: TestClient) => connection(one).status === "online";
const isSignedOut = (one: TestClient) => connection(one).reason === "UNAUTHENTICATED";
const nobody = { headers: {} };

describe("a client with tokens", () => {
  it("renews its socket in place when most of a token's life is over", async () => {
    await using server = await startServer();
    const getToken = vi.fn(() => signToken("customer", {}, { exp: 2 }));
    using client = openClient(server, nobody, { getToken });
    await client.until(() => isOnline(client));
    await vi.waitFor(() => expect(server.log.find(({ fields }) => fields["path"] === "session.refresh")).toBeDefined(), {
      timeout: 15_000,
    });
    expect(server.log.find(({ fields }) => fields["path"] === "session.refresh")?.fields["code"]).toBe("OK");
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(client.opened()).toBe(1);
    expect(isOnline(client)).toBe(true);
  });

  it("asks for another once when its own is refused", async () => {
    await using server = await startServer();
    const getToken = vi
      .fn()
      .mockReturnValueOnce("not-a-token")
      .mockImplementation(() => signToken("customer"));
    using client = openClient(server, nobody, { getToken });
    await client.until(() => isOnline(client));
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it("asks once and no more when that is refused, too", async () => {
    await using server = await startServer();
    const getToken = vi.fn(() => "not-a-token");
    using client = openClient(server, nobody, { getToken });
    await client.until(() => isSignedOut(client));
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(connection(client).status).toBe("offline");
    getToken.mockImplementation(() => signToken("customer") as unknown as string);
    client.client.reconnect();
    await client.until(() => isOnline(client));
    expect(connection(client).reason).toBeNull();
  });
});

describe("a client with a cookie", () => {
  it("says that it is signed out when its session is revoked", async () => {
    await using server = await startServer();
    const ann = await server.signUp("Ann");
    using client = openClient(server, ann);
    await client.until(() => isOnline(client));
    const { items } = await client.client.trpc.session.list.query();
    await client.client.trpc.session.revoke.mutate({ sessionId: items[0]?.id ?? "" }).catch(() => {});
    await client.until(() => isSignedOut(client));
  });

  it("says so, too, when its session ended and sockets are refused before they open", async () => {
    await using server = await startServer();
    const ann = await server.signUp("Ann");
    await server.database.query(`DELETE FROM "Session"`);
    using client = openClient(server, ann, { refuseSockets: true });
    await client.until(() => isSignedOut(client));
    expect(connection(client).transport).toBe("socket");
  });
});

describe("a client of another version", () => {
  it("asks to be loaded again when the server does not know what it calls", async () => {
    await using server = await startServer();
    const ann = await server.signUp("Ann");
    using client = openClient(server, ann);
    await client.until(() => isOnline(client));
    expect(connection(client).reload).toBe(false);
    await expect(client.client.trpc.message.get.query({ messageId: crypto.randomUUID() })).rejects.toThrow();
    expect(connection(client).reload).toBe(false);
    const calls = client.client.trpc as unknown as TRPCClient<ChatRouter>;
    await expect(getUntypedClient(calls).query("message.teleport")).rejects.toThrow("on path");
    expect(connection(client).reload).toBe(true);
    expect(isOnline(client)).toBe(true);
  });
});

describe("a client of somebody whom the whole site bans", () => {
  const banOf = (one: TestClient) => siteBanOf(one.client.store.read(slices.sanctions).items);

  it("tells a host's person why, and appeals for them, though no socket is open to them; it asks no more after that", async () => {
    await using server = await startServer();
    const ada = await hire(server, "Ada", "admin");
    const customer = await server.tokenUser("customer");
    const getToken = vi.fn(() => signToken("customer"));
    using client = openClient(server, nobody, { getToken });
    await client.until(() => isOnline(client));
    const { id } = await ada.api.admin.sanction.create({ type: "ban", userId: customer.id, reason: "Threats" });
    await client.until(() => isSignedOut(client) && banOf(client));
    expect(banOf(client)).toMatchObject({ id, reason: "Threats", appeal: null });

    // One that begins while they are banned learns it, too.
    using later = openClient(server, nobody, { getToken: () => signToken("customer") });
    await later.until(() => isSignedOut(later) && banOf(later));
    const [opened, asked] = [client.opened(), getToken.mock.calls.length];
    await client.client.sanctions.appeal({ sanctionId: id, text: "It was a play." });
    expect(banOf(client)?.appeal).toMatchObject({ state: "open", text: "It was a play." });
    await expect(later.client.sanctions.appeal({ sanctionId: id, text: "Again" })).rejects.toMatchObject({
      data: { reason: "APPEALED" },
    });
    expect([client.opened(), getToken.mock.calls.length]).toEqual([opened, asked]);
    // Which of its calls is refused first is chance; it does not go on for ever.
    expect(opened).toBeLessThan(6);

    await ada.api.admin.sanction.lift({ sanctionId: id });
    client.client.reconnect();
    await client.until(() => isOnline(client));
  });

  it("tells nothing to one who is deactivated", async () => {
    await using server = await startServer();
    const customer = await server.tokenUser("customer");
    await server.database.query(`INSERT INTO "Sanction" (id, type, "userId") VALUES (gen_random_uuid(), 'ban', $1)`, [
      customer.id,
    ]);
    await server.database.query(`UPDATE "User" SET "deactivatedAt" = now() WHERE id = $1`, [customer.id]);
    const api = await server.chat.callerFor(new Headers(customer.headers));
    await expect(api.sanction.mine()).rejects.toMatchObject({ reason: "UNAUTHENTICATED" });
    using client = openClient(server, customer);
    await client.until(() => isSignedOut(client));
    expect(banOf(client)).toBeNull();
  });
});
