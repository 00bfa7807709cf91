import {
  ChatRoot,
  MessageList,
  SelectionBar,
  TypingIndicator,
  useSelection,
  type MessageListHandle,
  type MessageListProps,
  type TimelineMessage,
} from "@chat/ui";
import { useMemo, useSyncExternalStore } from "react";
import { makeMessage, makeMessages, me, others } from "./make-messages.ts";

export interface Call {
  name: string;
  value: unknown;
}

/** What a test does with the list on the page, as `window.stage`. */
export interface ListControl {
  /** Lays props over those before; a state without functions can be sent from the test. */
  set(props: Partial<MessageListProps>): void;
  /** Others' messages that are new, or own ones in the state given. */
  append(count: number, over?: Partial<TimelineMessage>): number;
  /** A page of older ones. */
  prepend(count: number): void;
  /** Messages with these seqs, others thrown away. */
  hold(from: number, to: number, props?: Partial<MessageListProps>): void;
  change(seq: number, over: Partial<TimelineMessage>): void;
  read(userId: string, seq: number): void;
  /** These type now; the line is there from the first call on. */
  type(names: readonly string[]): void;
  /** What the list called, in order. */
  calls: Call[];
  handle: MessageListHandle | null;
}

declare global {
  interface Window {
    stage: ListControl;
  }
}

const listeners = new Set<() => void>();
const calls: Call[] = [];
const note =
  (name: string) =>
  (value?: unknown): void => {
    calls.push({ name, value });
  };
const query = new URLSearchParams(location.search);
const numberOf = (name: string, usual: number) => Number(query.get(name) ?? usual);
const first = numberOf("from", 1);
const last = numberOf("to", 60);
let props: MessageListProps = {
  messages: first > last ? [] : makeMessages(first, last),
  me: me.id,
  layout: query.get("layout") === "bubbles" ? "bubbles" : "flat",
  hasOlder: first > 1,
  onLoadOlder: note("older"),
  onLoadNewer: note("newer"),
  onReachBottom: note("bottom"),
  onAtBottomChange: note("at-bottom"),
  onJumpTo: note("jump"),
  onJumpToLatest: note("latest"),
  onMarkAllRead: note("mark-all-read"),
  onRetryLoad: note("retry-load"),
  ...(query.has("acts")
    ? {
        actions: {
          onReply: (message: TimelineMessage) => note("reply")(message.seq),
          onReact: note("react"),
          onUnreact: note("unreact"),
          onDelete: note("delete"),
          loadReactors: async () => ({ people: others }),
        },
      }
    : {}),
  ...(query.has("unread") ? { unreadFromSeq: numberOf("unread", 1), unreadCount: last - numberOf("unread", 1) + 1 } : {}),
};
let typists: readonly { name: string }[] | null = null;
const lay = (over: Partial<MessageListProps>) => {
  props = { ...props, ...over };
  for (const listener of listeners) listener();
};

window.stage = {
  set: lay,
  append(count, over) {
    const from = (props.messages.findLast((message) => !message.local)?.seq ?? 0) + 1;
    const added = Array.from({ length: count }, (_, at) => makeMessage(from + at, over));
    lay({ messages: [...props.messages, ...added] });
    return from + count - 1;
  },
  prepend(count) {
    const from = props.messages[0]?.seq ?? 1;
    lay({ messages: [...makeMessages(Math.max(1, from - count), from - 1), ...props.messages], hasOlder: from - count > 1 });
  },
  hold: (from, to, over = {}) => lay({ messages: makeMessages(from, to), ...over }),
  change: (seq, over) =>
    lay({ messages: props.messages.map((message) => (message.seq === seq ? { ...message, ...over } : message)) }),
  read: (userId, seq) =>
    lay({
      cursors: [
        ...(props.cursors ?? []).filter((cursor) => cursor.userId !== userId),
        { userId, readSeq: seq, deliveredSeq: seq },
      ],
    }),
  type(names) {
    typists = names.map((name) => ({ name }));
    lay({});
  },
  calls,
  handle: null,
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function ListStage() {
  const now = useSyncExternalStore(subscribe, () => props);
  const { selected, chosen, begin, toggle, end } = useSelection(now.messages);
  const actions = useMemo(() => now.actions && { ...now.actions, onSelect: begin }, [now.actions, begin]);
  return (
    <ChatRoot
      dir={query.get("dir") === "rtl" ? "rtl" : "ltr"}
      density={query.get("density") === "compact" ? "compact" : "comfortable"}
      contrast={query.get("contrast") === "more" ? "more" : "system"}
      style={{ height: "100%", display: "flex", flexDirection: "column" }}
    >
      <MessageList
        {...now}
        {...(actions ? { actions } : {})}
        selected={selected}
        onToggleSelected={toggle}
        handle={(handle) => {
          window.stage.handle = handle;
        }}
      />
      {typists && <TypingIndicator users={typists} />}
      {selected && (
        <SelectionBar
          count={chosen.length}
          onCopy={() => note("copy")(chosen.map((message) => message.seq))}
          onDelete={() => note("delete")(chosen.map((message) => message.seq))}
          onClose={end}
        />
      )}
    </ChatRoot>
  );
}
