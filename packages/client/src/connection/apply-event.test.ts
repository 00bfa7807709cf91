import { PROTOCOL, type ChannelLiveEvent, type SiteLimits } from "@chat/contract";
import { describe, expect, it } from "vitest";
import type { Action } from "../cache/action.ts";
import { apply, live, looking, nothingHeld } from "../fixtures/open-state.ts";
import { message, sent } from "../fixtures/wire.ts";
import { knowEvent } from "../live/know-event.ts";
import { reconnectDelay } from "./socket.ts";

const met = (protocol: number) => ({ type: "server.met", epoch: "e1", protocol, capabilities: ["reactions"] }) satisfies Action;

describe("a server of another version", () => {
  it("asks for the page to be loaded again, until one of the same answers", () => {
    const same = apply(nothingHeld, met(PROTOCOL));
    expect(same.connection).toMatchObject({ reload: false, epoch: "e1", capabilities: ["reactions"] });
    const other = apply(same, met(PROTOCOL + 1));
    expect(other.connection.reload).toBe(true);
    expect(apply(other, met(PROTOCOL)).connection.reload).toBe(false);
    expect(apply(same, { type: "server.differs" }).connection.reload).toBe(true);
    expect(apply(same, met(PROTOCOL)).connection).toBe(same.connection);
  });

  it("is taken at its latest word of how long messages may be, and be changed", () => {
    const limited = (limits?: SiteLimits): Action => ({ ...met(PROTOCOL), limits });
    const narrowed = apply(nothingHeld, limited({ messageText: 500, editMinutes: 5 }));
    expect(narrowed.connection.limits).toEqual({ messageText: 500, editMinutes: 5 });
    expect(apply(narrowed, limited({ messageText: 500, editMinutes: 5 })).connection).toBe(narrowed.connection);
    expect(apply(narrowed, limited({ messageText: 500 })).connection.limits).toEqual({ messageText: 500 });
    expect(apply(narrowed, limited()).connection.limits).toEqual({});
  });

  it("may send events of types that are not known yet: they show nothing and are no gap", () => {
    const invented = { type: "hologram", channelId: "c", version: 99 } as unknown as ChannelLiveEvent;
    const event = knowEvent(invented, "e1.2", "c");
    expect(event).toEqual({ type: "skip", channelId: "c", version: 2 });
    const state = apply(looking([message(1)]), live(event), live(sent(message(2, { version: 3 }))));
    expect(state.timeline).toMatchObject({ version: 3, hasGap: false, live: "synced" });
    // Ephemeral ones carry the id of the last durable change, and move nothing.
    expect(apply(state, live(knowEvent(invented, "e1.3", "c"))).timeline).toBe(state.timeline);
    const known = sent(message(2));
    expect(knowEvent(known, "e1.2", "c")).toBe(known);
  });
});

describe("the wait before the next socket", () => {
  it("spreads over four seconds after a restart, half a second otherwise, and doubles to 30 s", () => {
    const restart = { code: 1012, reason: "restarting" };
    expect(reconnectDelay(0, restart, () => 1)).toBe(4_000);
    expect(reconnectDelay(0, restart, () => 0)).toBe(0);
    expect(reconnectDelay(0, undefined, () => 1)).toBe(500);
    for (const code of [1006, 4008, 4401]) expect(reconnectDelay(0, { code, reason: "" }, () => 1)).toBe(500);
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => reconnectDelay(attempt, restart, () => 1));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("is short where one of several servers sends its people on one by one", () => {
    expect(reconnectDelay(0, { code: 1012, reason: "moved" }, () => 1)).toBe(500);
  });
});
