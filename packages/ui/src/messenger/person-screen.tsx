"use client";

import { useBlocks, useMe, usePresence, useUser } from "@chat/client/react";
import { useEffect, type ReactElement } from "react";
import { PersonSafety } from "../block/person-safety.tsx";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { PersonDetails } from "../member-panel/person-details.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { MessageIcon } from "../primitives/icons.tsx";

const texts = { channel: channelStrings };

export interface PersonScreenProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  userId: string;
  /** Without it there is no way to write to them. */
  onMessage?: ((userId: string) => void) | undefined;
}

/** Someone whose name or picture was clicked, and the way to write to them. */
export function PersonScreen({ open, onOpenChange, userId, onMessage }: PersonScreenProps): ReactElement | null {
  const t = useTexts(texts);
  const { user } = useUser(userId).state;
  const { state: presence, actions } = usePresence(userId);
  const blocked = useBlocks().state.userIds;
  const isMe = useMe().state.me?.id === userId;
  useEffect(() => {
    if (open && !presence.isKnown) void actions.load();
  }, [open, presence.isKnown, actions]);
  if (user === undefined) return null;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.channel.directTitle} size="sm">
      <PersonDetails person={{ ...user, ...presence }}>
        {!isMe && onMessage && !blocked.has(userId) && (
          <Button
            variant="primary"
            icon={<MessageIcon />}
            className="chat:mt-4"
            onClick={() => {
              onOpenChange(false);
              onMessage(userId);
            }}
          >
            {t.channel.message}
          </Button>
        )}
        <PersonSafety userId={userId} name={user.name} />
      </PersonDetails>
    </Dialog>
  );
}
