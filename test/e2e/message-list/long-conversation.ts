import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { enter, type Visitor } from "../fixtures/accounts.ts";
import { measureList, type MeasuredList } from "../fixtures/measure-list.ts";
import { mixedText } from "../fixtures/mixed-text.ts";
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

/** A timeline in the app, which loads more by itself. */
export interface Timeline extends MeasuredList {
  /** Puts the scroll position at the top of what is loaded. */
  toTop(): Promise<void>;
  /** The seqs of the first and the last message on or near the screen. */
  firstSeq(): Promise<number>;
  lastSeq(): Promise<number>;
}

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
  for (let at = 1; at <= length; at++) last = await say(mixedText(at));
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
  const list = measureList(page);
  // The row in the tab order stays mounted wherever it is, so what is far from the screen does not count.
  const mounted = () =>
    list.scroller.evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return [...box.querySelectorAll<HTMLElement>('[data-slot="message"]')]
        .filter((row) => row.getBoundingClientRect().bottom > top - 400 && row.getBoundingClientRect().top < bottom + 400)
        .map((row) => Number(row.dataset["seq"]));
    });
  return {
    ...list,
    toTop: () =>
      list.scroller.evaluate((box) => {
        box.scrollTop = 0;
      }),
    firstSeq: async () => Math.min(...(await mounted())),
    lastSeq: async () => Math.max(...(await mounted())),
  };
}
