import { ChatRoot, Composer, createDraftStore, MessageList, type TimelineMessage } from "@chat/ui";
import { createRoot } from "react-dom/client";
import "../../../../packages/ui/src/styles/styles.css";
import { me, runPage, type Line } from "./bench-page.ts";

const root = createRoot(document.querySelector("#root") as Element);
const drafts = createDraftStore(me);
const nothing = () => undefined;
// All that a reader may do, as in a product: what is offered costs too.
const actions = { onReply: nothing, onReact: nothing, onUnreact: nothing, onEdit: nothing, onDelete: nothing, onSelect: nothing };
// A seq is positive; what is prepended must be, too.
const SHIFT = 1_000_000;

function toMessage({ id, author, text }: Line): TimelineMessage {
  const seq = id + SHIFT;
  return {
    id: String(id),
    channelId: "c",
    seq,
    version: seq,
    clientId: String(id),
    kind: "text",
    author: { id: author, name: author, image: null, version: 1 },
    text,
    data: null,
    mentions: [],
    mentionsAll: false,
    replyTo: null,
    reactions: [],
    messageCount: seq,
    createdAt: new Date(Date.UTC(2026, 0, 1) + id * 20_000).toISOString(),
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    custom: {},
  };
}

await runPage(toMessage, (messages) =>
  root.render(
    <ChatRoot style={{ height: "100%", display: "flex", flexDirection: "column" }}>
      <MessageList messages={messages} me={me} hasOlder actions={actions} onLoadOlder={nothing} />
      <Composer channelId="c" title="Bench" drafts={drafts} onSend={nothing} />
    </ChatRoot>,
  ),
);
