import { describe, expect, it } from "vitest";
import { mentionsOf, unreadOf } from "../channels/unread.ts";
import { ModelRun } from "../fixtures/model-run.ts";
import { seeded } from "../fixtures/model-server.ts";
import { live, looking, synced } from "../fixtures/open-state.ts";
import { reduce } from "./reduce.ts";

const runs = 10_000;
const steps = 30;

/** What the screen must end with, from the server's own rows. */
function expected({ server, state }: ModelRun) {
  const first = state.timeline.rows[0]?.seq ?? 1;
  const { head, me, lastMessage } = server.entry();
  return {
    rows: server.rows.filter((row) => row.seq >= first).map((row) => server.withMine(row)),
    pending: [],
    // A change that the caller may not see has a version, but tells no head.
    head: { ...head, version: state.timeline.head?.version },
    preview: lastMessage?.text,
    readSeq: me?.readSeq,
    unread: Math.max(0, head.messageCount - (me?.cursorCount ?? 0)),
    mentions: me?.mentionCount,
  };
}

function shown({ state }: ModelRun) {
  const entry = state.channels.held["c"]?.entry;
  return {
    rows: state.timeline.rows.map((row) => ({ ...row, myReactions: row.myReactions ?? [] })),
    pending: state.timeline.pending,
    head: state.timeline.head,
    preview: entry?.lastMessage?.text,
    readSeq: entry?.me?.readSeq,
    unread: entry === undefined ? undefined : unreadOf(entry),
    mentions: entry === undefined ? undefined : mentionsOf(entry),
  };
}

describe("the reducer", () => {
  it(
    `ends where the server is, over ${runs} interleavings of events, pages, replies and lost sockets`,
    { timeout: 60_000 },
    () => {
      for (let seed = 1; seed <= runs; seed += 1) {
        const run = new ModelRun(seed);
        for (let step = 0; step < steps; step += 1) run.step();
        run.finish();
        expect(run.faults, `seed ${seed}`).toEqual([]);
        expect(shown(run), `seed ${seed}`).toEqual(expected(run));
      }
    },
  );

  it("ends in the same state whatever the order and however often the events of a replay come", () => {
    const random = seeded(7);
    const source = new ModelRun(7);
    for (let step = 0; step < 60; step += 1) source.step();
    const events = source.server.changes(0);
    const start = reduce(looking([]), { type: "live.behind", channelId: "c" });
    const end = synced(source.server.version);
    const inOrder = reduce(
      events.reduce((state, event) => reduce(state, live(event)), start),
      end,
    );
    for (let run = 0; run < 1_000; run += 1) {
      const mixed = [...events, ...events.filter(() => random() < 0.5)].sort(() => random() - 0.5);
      const state = reduce(
        mixed.reduce((held, event) => reduce(held, live(event)), start),
        end,
      );
      expect(state.timeline).toEqual(inOrder.timeline);
      expect(unreadOf(state.channels.held["c"]!.entry)).toBe(unreadOf(inOrder.channels.held["c"]!.entry));
    }
  });
});
