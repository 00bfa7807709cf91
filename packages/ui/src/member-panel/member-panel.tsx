"use client";

import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CloseIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";
import { GroupDetails, type GroupDetailsProps } from "./group-details.tsx";
import { PersonDetails } from "./person-details.tsx";
import { useFocusBack } from "./use-focus-back.ts";

const texts = { channel: channelStrings };

export interface MemberPanelProps extends GroupDetailsProps {
  onClose: () => void;
  /** Under a person's details, such as the product's own fields. */
  personExtra?: ReactNode;
  className?: string;
}

/** Beside the conversation: a group's details and members, or the other person of a direct message. */
export function MemberPanel({ onClose, personExtra, className, ...details }: MemberPanelProps): ReactElement {
  const { entry } = details;
  const t = useTexts(texts);
  useFocusBack();
  const isDirect = entry.channel.type === "direct";
  const title = isDirect ? t.channel.directTitle : t.channel.groupTitle;
  return (
    <aside
      data-slot="member-panel"
      aria-label={title}
      className={classNames("chat:flex chat:min-h-0 chat:flex-col chat:bg-bg", className)}
    >
      <header className="chat:flex chat:h-14 chat:shrink-0 chat:items-center chat:justify-between chat:border-b chat:border-border chat:ps-4 chat:pe-2.5">
        <h2 className="chat:text-sm chat:font-semibold">{title}</h2>
        <IconButton label={t.channel.closeDetails} icon={<CloseIcon size={18} />} tooltip={false} onClick={onClose} />
      </header>
      <div className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:overscroll-contain chat:pb-[env(safe-area-inset-bottom)]">
        {isDirect ? (
          entry.peer && <PersonDetails person={entry.peer}>{personExtra}</PersonDetails>
        ) : (
          <GroupDetails {...details} />
        )}
      </div>
    </aside>
  );
}
