import { expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer } from "../fixtures/server.ts";
import { openSocket, watchChannel } from "../fixtures/socket.ts";

const valueOf = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);

test("metrics count what the server does, and open to their token alone", async () => {
  const metricsToken = "a-token-for-metrics-0123456789abcdef";
  await using server = await startServer({ metricsToken });
  const { owner, channelId } = await makeGroup(server);
  using socket = openSocket(server, owner);
  using live = watchChannel(socket, channelId);
  await live.until((event) => event.type === "synced");
  const read = async () =>
    (await fetch(`${server.url}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text();
  const before = await read();
  await socket.api.message.send.mutate({ channelId, clientId: "a", text: "counted" });
  await live.until((event) => event.type === "message");
  const after = await read();
  expect(valueOf(after, "chat_sockets")).toBe(1);
  expect(valueOf(after, "chat_open_channels")).toBe(1);
  expect(valueOf(after, "chat_changes_total") - valueOf(before, "chat_changes_total")).toBe(1);
  expect(valueOf(after, "chat_deliveries_total")).toBeGreaterThan(valueOf(before, "chat_deliveries_total"));
  expect(valueOf(after, "chat_sends_total") - valueOf(before, "chat_sends_total")).toBe(1);
  const shown = ["nodejs_eventloop_lag_seconds", "nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes"];
  const ours = [
    "queued_bytes",
    "changes_waiting",
    "socket_writes_total",
    "socket_bytes_total",
    "too_slow_total",
    "limited_total",
  ];
  const pool = ["database_connections", "database_connections_idle", "database_waiting"];
  for (const name of [...shown, ...[...ours, ...pool].map((one) => `chat_${one}`)])
    expect([name, valueOf(after, name)]).toEqual([name, expect.toSatisfy(Number.isFinite)]);
  // What only rises is a counter, so that `rate()` outlives a restart.
  for (const [, name = "", type] of after.matchAll(/^# TYPE (chat_\w+) (\w+)$/gm))
    expect([name, type]).toEqual([name, name.endsWith("_total") ? "counter" : "gauge"]);
  expect(after).not.toContain("counted");
  for (const authorization of ["", "Bearer wrong", `Bearer ${metricsToken}x`]) {
    expect((await fetch(`${server.url}/api/metrics`, { headers: { authorization } })).status).toBe(404);
  }
});

test("without a token, metrics answer the same machine alone, and nobody whom a proxy forwards", async () => {
  await using server = await startServer();
  expect((await fetch(`${server.url}/api/metrics`)).status).toBe(200);
  expect((await fetch(`${server.url}/api/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } })).status).toBe(404);
});
