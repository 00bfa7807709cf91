import { describe, expect, it } from "vitest";
import { ann, ben, makeMessage, makeMessages } from "./make-message.fixture.ts";
import { layOutRows, type RowRules } from "./rows.ts";

const rules: RowRules = { me: ann.id, timeZone: "UTC", unreadFromSeq: null, hasOlder: false };
const lay = (messages: ReturnType<typeof makeMessages>, over: Partial<RowRules> = {}) =>
  layOutRows(messages, { ...rules, ...over }).rows;

describe("grouping", () => {
  it("joins one author's messages within five minutes", () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 12, minutes)).toISOString();
    const rows = lay([
      makeMessage(1, { createdAt: at(0) }),
      makeMessage(2, { createdAt: at(5) }),
      makeMessage(3, { createdAt: new Date(Date.parse(at(10)) + 1).toISOString() }),
      makeMessage(4, { createdAt: at(11), author: ann }),
    ]);
    expect(rows.map((row) => [row.startsGroup, row.endsGroup])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  it("begins anew after a system line, a new day and the unread line", () => {
    const night = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 23, 59, 58 + seconds)).toISOString();
    const rows = lay(
      [
        makeMessage(1, { createdAt: night(0), kind: "system" }),
        makeMessage(2, { createdAt: night(1) }),
        makeMessage(3, { createdAt: night(3) }),
        makeMessage(4, { createdAt: night(4) }),
      ],
      { unreadFromSeq: 4 },
    );
    expect(rows.map((row) => row.startsGroup)).toEqual([true, true, true, true]);
    expect(rows.map((row) => row.day)).toEqual(["2026-11-24", null, "2026-11-25", null]);
    expect(rows.map((row) => row.unread)).toEqual([false, false, false, true]);
  });

  it("tells days by the reader's zone", () => {
    const messages = [
      makeMessage(1, { createdAt: "2026-11-24T23:30:00.000Z" }),
      makeMessage(2, { createdAt: "2026-11-25T00:30:00.000Z" }),
    ];
    expect(lay(messages, { timeZone: "Europe/Berlin" }).map((row) => row.day)).toEqual(["2026-11-25", null]);
    expect(lay(messages, { timeZone: "America/New_York" }).map((row) => row.day)).toEqual(["2026-11-24", null]);
  });
});

describe("the start", () => {
  it("says nothing of the day and place where older messages may come", () => {
    expect(lay(makeMessages(1, 2))[0]).toMatchObject({ day: "2026-11-24", beginning: true });
    expect(lay(makeMessages(5, 6), { hasOlder: true })[0]).toMatchObject({ day: null, beginning: false });
  });
});

describe("the unread line", () => {
  const lineAt = (rows: ReturnType<typeof lay>) => rows.findIndex((row) => row.unread);

  it("stands above the first message of others, passing own, system and deleted ones", () => {
    const messages = [
      makeMessage(1),
      makeMessage(2, { kind: "system" }),
      makeMessage(3, { author: ann }),
      makeMessage(4, { deletedAt: "2026-11-24T12:00:00.000Z" }),
      makeMessage(5),
    ];
    expect(lineAt(lay(messages, { unreadFromSeq: 2 }))).toBe(4);
    expect(lineAt(lay(messages, { unreadFromSeq: 6 }))).toBe(-1);
    expect(lineAt(lay(messages))).toBe(-1);
  });

  it("waits while the first unread message may be above what is held", () => {
    expect(lineAt(lay(makeMessages(10, 12), { unreadFromSeq: 5, hasOlder: true }))).toBe(-1);
    expect(lineAt(lay(makeMessages(5, 12), { unreadFromSeq: 5, hasOlder: true }))).toBe(0);
  });
});

describe("laying out again", () => {
  it("keeps the rows that did not change, wherever the change is", () => {
    const before = makeMessages(11, 30);
    const model = layOutRows(before, { ...rules, hasOlder: true });
    const changes = {
      append: [...before, makeMessage(31)],
      prepend: [...makeMessages(1, 10), ...before],
      edit: before.map((message) => (message.seq === 20 ? { ...message, text: "edited" } : message)),
      remove: before.slice(0, -1),
    };
    for (const [name, messages] of Object.entries(changes)) {
      const next = layOutRows(messages, { ...rules, hasOlder: true }, model);
      expect(next.rows, name).toEqual(layOutRows(messages, { ...rules, hasOlder: true }).rows);
      const kept = next.rows.filter((row) => model.rows.includes(row)).length;
      expect(kept, name).toBeGreaterThanOrEqual(before.length - 3);
    }
  });

  it("gives the same as from scratch after any edit", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    let messages = makeMessages(100, 120);
    let model = layOutRows(messages, rules);
    for (let turn = 0; turn < 300; turn++) {
      const unreadFromSeq = random(5) === 0 ? 100 + random(40) : model.rules.unreadFromSeq;
      const author = random(2) === 0 ? ann : ben;
      const first = messages[0]?.seq ?? 100;
      const last = messages.at(-1)?.seq ?? 100;
      const at = random(Math.max(1, messages.length));
      const steps = [
        () => [...messages, makeMessage(last + 1, { author })],
        () => [makeMessage(first - 1, { author }), ...messages],
        () => messages.map((message, index) => (index === at ? { ...message, author, version: message.version + 1 } : message)),
        () => (messages.length > 5 ? messages.slice(1) : messages),
        () => (messages.length > 5 ? messages.slice(0, -1) : messages),
      ];
      messages = steps[random(steps.length)]?.() ?? messages;
      model = layOutRows(messages, { ...rules, unreadFromSeq }, model);
      expect(model.rows).toEqual(layOutRows(messages, { ...rules, unreadFromSeq }).rows);
    }
  });
});
