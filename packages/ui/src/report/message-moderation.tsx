"use client";

import { createContext, Suspense, useContext, useState, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { moderationStrings } from "../catalogue/moderation-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { Notice } from "../channel-view/notice.tsx";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { lazyPart } from "../primitives/lazy-part.ts";

const texts = { errors: errorStrings, moderation: moderationStrings };
const ReasonDialog = lazyPart(() => import("../dialogs/reason-dialog.tsx").then((module) => module.ReasonDialog), "first-use");

/** What the site's moderators do to a message where they read it, by the host's own calls; both reject where they are refused. */
export interface MessageModeration {
  /** Hides it until its case is decided. */
  hide: (messageId: string, reason: string) => Promise<unknown>;
  /** Deletes it and warns its author. What it answers takes that back, while it can be. */
  remove: (messageId: string, reason: string) => Promise<() => Promise<unknown>>;
}

const Moderation = createContext<MessageModeration | undefined>(undefined);
export const ModerationProvider = Moderation.Provider;

interface Judged {
  readonly kind: "hide" | "remove";
  readonly message: TimelineMessage;
}

interface Told {
  readonly text: string;
  readonly isProblem?: boolean;
  readonly undo?: () => Promise<unknown>;
}

/** Hiding and deleting from a timeline, left out for all but moderators of the site: how to begin, the dialog that asks why, and what is said after. */
export function useJudging(): {
  hide: ((message: TimelineMessage) => void) | undefined;
  remove: ((message: TimelineMessage) => void) | undefined;
  dialog: ReactNode;
  notice: ReactNode;
} {
  const t = useTexts(texts);
  const moderation = useContext(Moderation);
  const [judged, setJudged] = useState<Judged | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  if (moderation === undefined) return { hide: undefined, remove: undefined, dialog: null, notice: null };

  const confirm = ({ kind, message }: Judged, reason: string) =>
    attemptOf(
      kind === "hide"
        ? moderation.hide(message.id, reason).then(() => setTold({ text: t.moderation.hidden }))
        : moderation.remove(message.id, reason).then((undo) => setTold({ text: t.moderation.removed, undo })),
      t,
    );
  const takeBack = async (undo: () => Promise<unknown>) => {
    const refusal = await attemptOf(undo(), t);
    setTold(refusal === null ? { text: t.moderation.takenBack } : { text: refusal, isProblem: true });
  };
  const undo = told?.undo;
  const name = judged?.message.author.name ?? "";
  return {
    hide: (message) => setJudged({ kind: "hide", message }),
    remove: (message) => setJudged({ kind: "remove", message }),
    dialog: judged && (
      <Suspense fallback={null}>
        <ReasonDialog
          title={judged.kind === "hide" ? t.moderation.hideTitle(name) : t.moderation.removeTitle(name)}
          text={judged.kind === "hide" ? t.moderation.hideText : t.moderation.removeText}
          confirmLabel={judged.kind === "hide" ? t.moderation.hideConfirm : t.moderation.removeConfirm}
          onClose={() => setJudged(null)}
          onConfirm={(reason) => confirm(judged, reason)}
        />
      </Suspense>
    ),
    notice: told && (
      <Notice
        kind={told.isProblem ? "problem" : "done"}
        text={told.text}
        onClose={() => setTold(null)}
        {...(undo ? { action: { label: t.moderation.undo, onSelect: () => void takeBack(undo) } } : {})}
      />
    ),
  };
}
