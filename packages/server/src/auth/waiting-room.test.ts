import { describe, expect, it } from "vitest";
import { WaitingRoom } from "./waiting-room.ts";

describe("WaitingRoom", () => {
  it("lets some in at once and the next in order, and refuses those who find no seat", async () => {
    const room = new WaitingRoom({ atOnce: 2, seats: 3 });
    const entered: number[] = [];
    const places: Disposable[] = [];
    const enter = (who: number) =>
      room.enter().then((place) => {
        entered.push(who);
        places.push(place);
      });
    const all = [1, 2, 3, 4, 5].map(enter);
    await expect(room.enter()).rejects.toMatchObject({ reason: "UNAVAILABLE", retryAfterMs: expect.any(Number) });
    await Promise.all(all.slice(0, 2));
    expect(entered).toEqual([1, 2]);
    places[0]?.[Symbol.dispose]();
    await all[2];
    expect(entered).toEqual([1, 2, 3]);
    // A seat is free again.
    all.push(enter(6));
    for (let i = 1; i < 6; i += 1) {
      places[i]?.[Symbol.dispose]();
      await all[i + 2];
    }
    expect(entered).toEqual([1, 2, 3, 4, 5, 6]);
    places.at(-1)?.[Symbol.dispose]();
    using last = await room.enter();
    expect(last).toBeDefined();
  });
});
