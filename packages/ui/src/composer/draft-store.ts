import type { DraftMention } from "./mention-tokens.ts";

/** An unsent text of one channel. */
export interface Draft {
  text: string;
  mentions: readonly DraftMention[];
}

/** Keeps drafts by channel. A store of its own may be given to the screens (another key a user, or none at all). */
export interface DraftStore {
  get(channelId: string): Draft | null;
  /** Keeps a draft; an empty text removes it. */
  set(channelId: string, draft: Draft): void;
  /** Calls back when a draft appears, disappears or changes; answers how to stop. */
  subscribe(listener: () => void): () => void;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null || !("text" in value) || !("mentions" in value)) return false;
  return (
    typeof value.text === "string" &&
    Array.isArray(value.mentions) &&
    value.mentions.every((item: unknown) => typeof item === "object" && item !== null && "id" in item && "name" in item)
  );
}

function parseDraft(stored: string | null): Draft | null {
  if (stored === null) return null;
  try {
    const value: unknown = JSON.parse(stored);
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Drafts in a Storage (the browser's localStorage by default), under `chat:draft:<scope>:<channelId>`. Give the user's id as `scope`, so
 * that people who share a computer do not see each other's. A full or forbidden storage only loses drafts at reload.
 */
export function createDraftStore(scope: string, storage: () => Storage = () => localStorage): DraftStore {
  const held = new Map<string, Draft | null>();
  const listeners = new Set<() => void>();
  const keyOf = (channelId: string) => `chat:draft:${scope}:${channelId}`;
  return {
    get(channelId) {
      const known = held.get(channelId);
      if (known !== undefined) return known;
      let draft: Draft | null = null;
      try {
        draft = parseDraft(storage().getItem(keyOf(channelId)));
      } catch {
        draft = null;
      }
      held.set(channelId, draft);
      return draft;
    },
    set(channelId, draft) {
      const next = draft.text.trim() === "" ? null : draft;
      held.set(channelId, next);
      try {
        if (next === null) storage().removeItem(keyOf(channelId));
        else storage().setItem(keyOf(channelId), JSON.stringify(next));
      } catch {
        // The draft stays in memory: a full storage must not stop anyone from typing.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
