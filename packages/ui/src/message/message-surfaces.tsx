"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { ConfirmDialog } from "../primitives/confirm-dialog.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { EmojiPanel } from "../reactions/reaction-picker.tsx";
import { ReactorsDialog } from "../reactions/reactors-dialog.tsx";
import { useMenuItems, type MenuOpeners } from "./message-menu-items.tsx";
import { MessageSheet } from "./message-sheet.tsx";
import { ReadersDialog } from "./readers-dialog.tsx";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

const texts = { common: commonStrings, message: messageStrings, reaction: reactionStrings };

/** What a message may open over the page. */
export type MessageSurface = "menu" | "picker" | "sheet" | "emoji" | "delete" | "readers" | "reactors";

export interface MessageSurfacesProps {
  message: TimelineMessage;
  actions: MessageActions;
  surface: MessageSurface | null;
  onChange: (surface: MessageSurface | null) => void;
  openers: MenuOpeners;
  mine: readonly string[];
  me: string;
  onToggleReaction?: ((emoji: string) => void) | undefined;
  emojiDataUrl?: string | undefined;
}

/** The sheet and the dialogs of one message; mounted from the first time that one of them opens. */
export function MessageSurfaces({
  message,
  actions,
  surface,
  onChange,
  openers,
  mine,
  me,
  onToggleReaction,
  emojiDataUrl,
}: MessageSurfacesProps): ReactElement {
  const t = useTexts(texts);
  const items = useMenuItems(message, me, actions, openers);
  // A choice in the sheet may open another surface; its own closing must then not close that one.
  const closing = (which: MessageSurface) => (open: boolean) => {
    if (!open && surface === which) onChange(null);
  };
  return (
    <>
      <MessageSheet
        open={surface === "sheet"}
        onOpenChange={closing("sheet")}
        items={items}
        mine={mine}
        onToggleReaction={onToggleReaction}
        onMoreReactions={() => onChange("emoji")}
      />
      {onToggleReaction && (
        <Dialog open={surface === "emoji"} onOpenChange={closing("emoji")} title={t.reaction.picker} size="sm">
          <div className="chat:flex chat:justify-center">
            <EmojiPanel
              emojiDataUrl={emojiDataUrl}
              onPick={(emoji) => {
                onChange(null);
                onToggleReaction(emoji);
              }}
            />
          </div>
        </Dialog>
      )}
      <ConfirmDialog
        open={surface === "delete"}
        onOpenChange={closing("delete")}
        title={t.message.deleteTitle}
        body={t.message.deleteBody}
        confirmLabel={t.common.delete}
        danger
        onConfirm={() => {
          onChange(null);
          void actions.onDelete?.(message);
        }}
      />
      {actions.loadReactors && (
        <ReactorsDialog
          open={surface === "reactors"}
          onOpenChange={closing("reactors")}
          reactions={message.reactions}
          me={me}
          load={(emoji) => actions.loadReactors?.(message, emoji) ?? Promise.resolve({ people: [] })}
        />
      )}
      {actions.loadReaders && (
        <ReadersDialog
          open={surface === "readers"}
          onOpenChange={closing("readers")}
          load={() => actions.loadReaders?.(message) ?? Promise.resolve({ people: [] })}
        />
      )}
    </>
  );
}
