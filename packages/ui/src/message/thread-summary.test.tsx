import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { ann, ben, makeMessage } from "../message-list/make-message.fixture.ts";
import { messageMenuItems } from "./message-menu-items.tsx";
import { Message } from "./message.tsx";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

const thread = { channelId: "t", replyCount: 2, lastReplyAt: "2026-11-24T12:30:00.000Z", repliers: [ben, ann] };
const withThread = makeMessage(1, { thread });
const openers = { showReaders: () => {}, showReactors: () => {}, confirmDelete: () => {}, own: [] };
const reader: MessageActions = { onOpenThread: () => {} };
const writer: MessageActions = { ...reader, onReply: () => {} };
const offered = (message: TimelineMessage, actions: MessageActions) =>
  messageMenuItems(message, ann.id, actions, english, openers).find(({ id }) => id === "thread")?.label;

describe("the way into a thread", () => {
  it("is offered to who may write, and to others where it is there already", () => {
    expect(offered(makeMessage(1), writer)).toBe("Reply in thread");
    expect(offered(makeMessage(1), reader)).toBeUndefined();
    expect(offered(withThread, reader)).toBe("Open thread");
    expect(offered(withThread, { onReply: () => {} })).toBeUndefined();
  });

  it("hangs off no system line, no unsent message, and no deleted one without replies", () => {
    expect(offered(makeMessage(1, { kind: "system" }), writer)).toBeUndefined();
    expect(offered(makeMessage(1, { local: { state: "sending" } }), writer)).toBeUndefined();
    const deletedAt = "2026-11-24T12:40:00.000Z";
    expect(offered(makeMessage(1, { deletedAt }), writer)).toBeUndefined();
    expect(offered(makeMessage(1, { deletedAt, thread }), writer)).toBe("Reply in thread");
  });
});

describe("the summary of a thread", () => {
  const draw = (message: TimelineMessage, actions: MessageActions, unreadReplies = 0) =>
    renderToStaticMarkup(<Message message={message} me={ann.id} actions={actions} unreadReplies={unreadReplies} />);

  it("says how many replies there are and how many are new, under a tombstone too", () => {
    expect(draw(withThread, reader, 3)).toContain("2 replies");
    expect(draw(withThread, reader, 3)).toContain("3 new replies");
    expect(draw(withThread, reader)).not.toContain("new repl");
    expect(draw(makeMessage(1, { thread, deletedAt: thread.lastReplyAt }), reader)).toContain("2 replies");
  });

  it("is not there where nothing opens it", () => {
    expect(draw(withThread, {})).not.toContain("thread-summary");
    expect(draw(makeMessage(1), reader)).not.toContain("thread-summary");
  });
});
