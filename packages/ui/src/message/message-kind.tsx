"use client";

import type { ChatDefinition, CustomInput } from "@chat/contract";
import { createContext, useContext, useMemo, type ComponentType, type ReactElement, type ReactNode } from "react";
import { previewText } from "../channel-list/preview-text.ts";
import type { MenuItem } from "../primitives/menu.tsx";
import type { TimelineMessage } from "./timeline-message.ts";

/** What a kind's button in the composer gets. */
export interface KindComposerProps<D extends ChatDefinition = ChatDefinition> {
  /** Sends a message of this kind; text is what search, notifications and other clients see of it. */
  send: (message: { text?: string; data: Record<string, unknown>; custom?: CustomInput<D, "message"> }) => void;
  /** Nothing can be sent now. */
  isDisabled: boolean;
}

/** A product's own kind of message, everywhere that it is met. */
export interface MessageKind<D extends ChatDefinition = ChatDefinition> {
  /** The message's `kind`. */
  kind: string;
  /** In place of the text. */
  render: ComponentType<{ message: TimelineMessage<D> }>;
  /** One plain line for the list of conversations, quotes, announcements; the text when absent. */
  preview?: (message: Pick<TimelineMessage<D>, "text" | "data" | "custom">) => string;
  /** What its menu offers beside the usual. */
  actions?: (message: TimelineMessage<D>) => readonly MenuItem[];
  /** A button in the composer that makes one. */
  composer?: ComponentType<KindComposerProps<D>>;
}

/** What names a message in one line: of its kind, or its text. */
export type Preview = (message: Pick<TimelineMessage, "kind" | "text" | "data" | "custom">) => string;

interface Kinds {
  byName: ReadonlyMap<string, MessageKind>;
  preview: Preview;
}

function kindsOf(byName: ReadonlyMap<string, MessageKind>): Kinds {
  return {
    byName,
    preview: (message) => byName.get(message.kind)?.preview?.(message) ?? previewText(message.text),
  };
}

const KindContext = createContext<Kinds>(kindsOf(new Map()));

export interface MessageKindsProps<D extends ChatDefinition = ChatDefinition> {
  /** Keep the array's identity stable. One of a name that is known around it takes its place. */
  kinds: readonly MessageKind<D>[];
  children: ReactNode;
}

/** Teaches all parts inside it the product's own kinds of messages; inside another one it adds to those. */
export function MessageKinds<D extends ChatDefinition = ChatDefinition>({ kinds, children }: MessageKindsProps<D>): ReactElement {
  const outer = useContext(KindContext).byName;
  const value = useMemo(() => {
    // Inside, the product's own fields do not matter; only the kind's own functions see them.
    const own = kinds as unknown as readonly MessageKind[];
    return kindsOf(new Map([...outer, ...own.map((kind) => [kind.kind, kind] as const)]));
  }, [outer, kinds]);
  return <KindContext.Provider value={value}>{children}</KindContext.Provider>;
}

export function useMessageKinds(): Kinds {
  return useContext(KindContext);
}
