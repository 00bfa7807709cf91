import type { Message } from "@chat/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft, DraftStore } from "./draft-store.ts";
import { markdownToDraft, pruneMentions } from "./mention-tokens.ts";
import { useHydrated } from "../message/use-reader-zone.ts";

const empty: Draft = { text: "", mentions: [] };
/** A draft is written once typing rests, not at every key. */
const restMs = 400;

interface Held {
  source: string;
  draft: Draft;
}

/**
 * The text of the composer. While a message is edited it begins as `editText`, or as that message's text; otherwise it is the channel's draft,
 * which is kept in the store over reloads and channel changes.
 */
export function useDraft(
  channelId: string,
  store: DraftStore,
  editing: Pick<Message, "id" | "text"> | null,
  editText: string | undefined,
) {
  const isHydrated = useHydrated();
  const source = editing !== null ? `edit:${editing.id}` : isHydrated ? channelId : "server";
  const load = (): Held => {
    if (editing !== null) return { source, draft: markdownToDraft(editText ?? editing.text) };
    return { source, draft: (isHydrated ? store.get(channelId) : null) ?? empty };
  };
  const [stored, setHeld] = useState(load);
  let held = stored;
  if (held.source !== source) {
    held = load();
    setHeld(held);
  }

  const unsaved = useRef<{ channelId: string; draft: Draft } | null>(null);
  const flush = useCallback(() => {
    if (unsaved.current === null) return;
    const { channelId: of, draft: last } = unsaved.current;
    // Only here: undo may bring a token back that is gone from the text now.
    store.set(of, { text: last.text, mentions: pruneMentions(last) });
    unsaved.current = null;
  }, [store]);

  const change = useCallback(
    (draft: Draft) => {
      setHeld({ source, draft });
      if (source === channelId) unsaved.current = { channelId, draft };
    },
    [source, channelId],
  );

  const { draft } = held;
  useEffect(() => {
    if (unsaved.current === null) return;
    const timer = setTimeout(flush, restMs);
    return () => clearTimeout(timer);
  }, [draft, flush]);

  useEffect(() => {
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [source, flush]);

  const clear = useCallback(() => {
    setHeld({ source, draft: empty });
    if (source !== channelId) return;
    unsaved.current = { channelId, draft: empty };
    flush();
  }, [source, channelId, flush]);

  return { draft, change, clear };
}
