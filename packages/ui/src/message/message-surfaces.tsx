"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { ConfirmDialog } from "../primitives/confirm-dialog.tsx";
import { ReactorsDialog } from "../reactions/reactors-dialog.tsx";
import { useMenuItems, type MenuOpeners } from "./message-menu-items.tsx";
import { MessageSheet } from "./message-sheet.tsx";
import { ReadersDialog } from "./readers-dialog.tsx";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

const texts = { common: commonStrings, message: messageStrings };

/** What a message may open over the page. */
export type MessageSurface = "menu" | "picker" | "sheet" | "delete" | "readers" | "reactors";

export interface MessageSurfacesProps {
  message: TimelineMessage;
  actions: MessageActions;
  surface: MessageSurface | null;
  onChange: (surface: MessageSurface | null) => void;
  openers: MenuOpeners;
  mine: readonly string[];
  me: string;
  onToggleReaction?: ((emoji: string) => void) | undefined;
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
      />
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
