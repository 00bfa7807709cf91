"use client";

import type { Presence, UserRef } from "@chat/contract";
import type { ReactElement, ReactNode } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { dateFormat } from "../catalogue/formats.ts";
import { presenceLine } from "../channel-header/presence-line.ts";
import { useMinute } from "../channel-header/use-minute.ts";
import { Avatar } from "../primitives/avatar.tsx";

const texts = { channel: channelStrings };

/** Someone: picture, name, presence. */
export function PersonDetails({
  person,
  children,
}: {
  person: UserRef & Presence & { createdAt?: string };
  children?: ReactNode;
}): ReactElement {
  const t = useTexts(texts);
  const { locale, timeZone } = useLocale();
  const now = useMinute();
  const joined =
    person.createdAt === undefined
      ? null
      : dateFormat(locale, { timeZone, dateStyle: "long" }).format(new Date(person.createdAt));
  return (
    <div
      data-slot="person-details"
      className="chat:flex chat:flex-col chat:items-center chat:gap-1 chat:px-4 chat:py-6 chat:text-center"
    >
      <Avatar
        id={person.id}
        name={person.name}
        image={person.image}
        size={64}
        presence={person.online ? "online" : "offline"}
        className="chat:mb-2"
      />
      <p dir="auto" className="chat:text-base chat:font-semibold chat:wrap-anywhere">
        {person.name}
      </p>
      <p className="chat:text-sm chat:text-muted">{presenceLine(person, now, t, { locale, timeZone })}</p>
      {joined !== null && <p className="chat:text-xs chat:text-muted">{t.channel.joined(joined)}</p>}
      {children}
    </div>
  );
}
