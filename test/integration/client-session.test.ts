import { slices, type ChatRouter } from "@chat/client";
import { getUntypedClient, type TRPCClient } from "@trpc/client";
import { describe, expect, it, vi } from "vitest";
import { openClient, type TestClient } from "../fixtures/chat-client.ts";
import { startServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";

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
