import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { enter, type Visitor } from "../fixtures/accounts.ts";
import type { Stage } from "../fixtures/stage.ts";

/** A group with more history than one page, in rows of mixed height. */
export interface LongConversation {
  readonly ann: Visitor;
  readonly bob: Visitor;
  readonly name: string;
  /** Sends as Bob, without his browser; answers the seq. */
  say(text: string, replyToSeq?: number): Promise<number>;
  /** Opens the group in Ann's browser, at its end. */
  open(): Promise<Timeline>;
}

/** What can be measured of a timeline in a page. */
export interface Timeline {
  readonly page: Page;
  /** Pixels left below what is on screen. */
  distance(): Promise<number>;
  /** Scrolls by pixels, as the wheel does. */
  wheel(pixels: number): Promise<void>;
  /** Puts the scroll position at the top of what is loaded. */
  toTop(): Promise<void>;
  /**
   * The first message wholly on screen, and where it ends. Its end and not its top, since the author's name above the text goes when a
   * message of the same author comes before it.
   */
  anchor(): Promise<{ seq: number; end: number }>;
  /** Where a message ends; null where it is not mounted. */
  endOf(seq: number): Promise<number | null>;
  /** The seqs of the first and the last message on or near the screen. */
  firstSeq(): Promise<number>;
  lastSeq(): Promise<number>;
  /** Resolves when the position has been the same for ten frames. */
  rest(): Promise<void>;
}

const texts = [
  (at: number) => `Line ${at}`,
  (at: number) =>
    `Line ${at} with more words than fit in one row of the column, so that it has to wrap onto the next one, and then some more of them`,
  (at: number) => `Line ${at}\nand two\nand three\nand four`,
  (at: number) => `Line ${at}\n\n\`\`\`\nconst a = ${at};\nconst b = a;\n\`\`\``,
  (at: number) => `> quoted\n\nLine ${at}`,
];

export async function longConversation(stage: Stage, tag: string, length: number): Promise<LongConversation> {
  const bob = await enter(stage, `Bob ${tag}`);
  const ann = await enter(stage, `Ann ${tag}`);
  const name = `Team ${tag}`;
  const call = async <T>(who: Visitor, path: string, input: unknown): Promise<T> => {
    const response = await who.context.request.post(`/api/trpc/${path}`, { headers: { origin: stage.app.url }, data: input });
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
    return ((await response.json()) as { result: { data: T } }).result.data;
  };
  const { channel } = await call<{ channel: { id: string } }>(bob, "channel.createGroup", { name, memberIds: [ann.id] });
  const ids = new Map<number, string>();
  const say = async (text: string, replyToSeq?: number) => {
    const replyToId = replyToSeq === undefined ? undefined : ids.get(replyToSeq);
    const sent = await call<{ id: string; seq: number }>(bob, "message.send", {
      channelId: channel.id,
      clientId: randomUUID(),
      text,
      replyToId,
    });
    ids.set(sent.seq, sent.id);
    return sent.seq;
  };
  let last = 0;
  for (let at = 1; at <= length; at++) last = await say(texts[at % texts.length]?.(at) ?? "");
  // Read, so that the group opens at its end and not at the unread line.
  await call(ann, "channel.markRead", { channelId: channel.id, seq: last });
  return {
    ann,
    bob,
    name,
    say,
    async open() {
      await ann.page.reload();
      await ann.chat.open(name);
      await ann.page.locator(`[data-slot="message"][data-seq="${last}"]`).waitFor();
      const timeline = timelineOn(ann.page);
      await timeline.rest();
      return timeline;
    },
  };
}

function timelineOn(page: Page): Timeline {
  const scroller = page.locator('[data-slot="message-scroller"]');
  // The row in the tab order stays mounted wherever it is, so what is far from the screen does not count.
  const mounted = () =>
    scroller.evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return [...box.querySelectorAll<HTMLElement>('[data-slot="message"]')]
        .filter((row) => row.getBoundingClientRect().bottom > top - 400 && row.getBoundingClientRect().top < bottom + 400)
        .map((row) => Number(row.dataset["seq"]));
    });
  return {
    page,
    distance: () => scroller.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight),
    async wheel(pixels) {
      await scroller.hover();
      await page.mouse.wheel(0, pixels);
    },
    toTop: () =>
      scroller.evaluate((box) => {
        box.scrollTop = 0;
      }),
    anchor: () =>
      scroller.evaluate((box) => {
        const edge = box.getBoundingClientRect().top;
        const found = [...box.querySelectorAll<HTMLElement>('[data-slot="message"]')]
          .map((row) => ({ seq: Number(row.dataset["seq"]), rect: row.getBoundingClientRect() }))
          .filter(({ rect }) => rect.top >= edge)
          .toSorted((a, b) => a.rect.top - b.rect.top)[0];
        if (!found) throw new Error("No message is on screen.");
        return { seq: found.seq, end: found.rect.bottom };
      }),
    endOf: (seq) =>
      scroller.evaluate(
        (box, wanted) => box.querySelector(`[data-slot="message"][data-seq="${wanted}"]`)?.getBoundingClientRect().bottom ?? null,
        seq,
      ),
    firstSeq: async () => Math.min(...(await mounted())),
    lastSeq: async () => Math.max(...(await mounted())),
    rest: () =>
      scroller.evaluate(
        (box) =>
          new Promise<void>((resolve) => {
            let still = 0;
            let before = "";
            const look = () => {
              const now = `${box.scrollTop} ${box.scrollHeight}`;
              still = now === before ? still + 1 : 0;
              before = now;
              if (still >= 10) resolve();
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
  };
}
