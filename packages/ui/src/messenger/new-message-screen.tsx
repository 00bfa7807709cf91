"use client";

import { useChannels, useUserSearch } from "@chat/client/react";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { NewMessageDialog } from "../dialogs/new-message-dialog.tsx";

const texts = { errors: errorStrings };

export interface DialogScreenProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onNavigate: (channelId: string) => void;
}

/** Opens a direct message with someone who is searched for. */
export function NewMessageScreen({ open, onOpenChange, onNavigate }: DialogScreenProps): ReactElement {
  const t = useTexts(texts);
  const { actions } = useChannels();
  const [query, setQuery] = useState("");
  const { items, isLoading } = useUserSearch(query).state;
  const change = (next: boolean) => {
    if (!next) setQuery("");
    onOpenChange(next);
  };
  const pick = (userId: string) =>
    attemptOf(
      actions.openDirect(userId).then((entry) => onNavigate(entry.channel.id)),
      t,
    );
  return (
    <NewMessageDialog
      open={open}
      onOpenChange={change}
      search={{ query, onQueryChange: setQuery, people: items, isLoading }}
      onPick={pick}
    />
  );
}
