"use client";

import { useChannels } from "@chat/client/react";
import type { ChannelEntry } from "@chat/contract";
import { useEffect, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { BrowseGroupsDialog } from "../dialogs/browse-groups-dialog.tsx";
import type { DialogScreenProps } from "./new-message-screen.tsx";

const texts = { errors: errorStrings };

const restMs = 150;

/** Public groups, read anew each time it opens and when the query rests. */
export function BrowseGroups({ open, onOpenChange, onNavigate }: DialogScreenProps): ReactElement {
  const t = useTexts(texts);
  const { actions } = useChannels();
  const [query, setQuery] = useState("");
  const [groups, setGroups] = useState<readonly ChannelEntry[] | null>(null);

  useEffect(() => {
    if (!open) return;
    let isCurrent = true;
    const timer = setTimeout(
      () =>
        void actions.browse(query).then(
          (found) => isCurrent && setGroups(found),
          () => isCurrent && setGroups([]),
        ),
      query === "" ? 0 : restMs,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [open, query, actions]);

  const join = (channelId: string) =>
    attemptOf(
      actions.join(channelId).then(() => onNavigate(channelId)),
      t,
    );
  return (
    <BrowseGroupsDialog
      open={open}
      onOpenChange={onOpenChange}
      query={query}
      onQueryChange={setQuery}
      groups={groups ?? []}
      isLoading={groups === null}
      onJoin={join}
      onOpen={onNavigate}
    />
  );
}
