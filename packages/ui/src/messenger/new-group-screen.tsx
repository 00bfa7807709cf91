"use client";

import { useChannels, useMe, useUserSearch } from "@chat/client/react";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { NewGroupDialog, type NewGroup } from "../dialogs/new-group-dialog.tsx";
import type { DialogScreenProps } from "./new-message-screen.tsx";

const texts = { errors: errorStrings };

/** Makes a group of people who are searched for, and opens it. */
export function NewGroupScreen({ open, onOpenChange, onNavigate }: DialogScreenProps): ReactElement {
  const t = useTexts(texts);
  const myId = useMe().state.me?.id;
  const { actions } = useChannels();
  const [query, setQuery] = useState("");
  const { items, isLoading } = useUserSearch(query).state;
  const create = (group: NewGroup) =>
    attemptOf(
      actions.createGroup(group).then((entry) => onNavigate(entry.channel.id)),
      t,
    );
  const people = items.filter((person) => person.id !== myId);
  return (
    <NewGroupDialog
      open={open}
      onOpenChange={onOpenChange}
      search={{ query, onQueryChange: setQuery, people, isLoading }}
      onCreate={create}
    />
  );
}
