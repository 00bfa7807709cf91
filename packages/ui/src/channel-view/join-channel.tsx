"use client";

import { useChannel } from "@chat/client/react";
import type { ChannelEntry } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messengerStrings } from "../catalogue/messenger-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt } from "../dialogs/use-attempt.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { attemptOf } from "./attempt-of.ts";

const texts = {
  channel: channelStrings,
  channelList: channelListStrings,
  common: commonStrings,
  errors: errorStrings,
  messenger: messengerStrings,
};

/** A public group before joining: what it is, and the way in. Its messages are for members. */
export function JoinChannel({ entry, onBack }: { entry: ChannelEntry; onBack?: (() => void) | undefined }): ReactElement {
  const t = useTexts(texts);
  const { actions } = useChannel(entry.channel.id);
  const { isPending, error, run } = useAttempt();
  const name = channelName(entry, t);
  return (
    <section
      data-slot="join-channel"
      aria-label={name}
      className="chat:flex chat:min-w-0 chat:flex-1 chat:flex-col chat:items-center chat:justify-center chat:gap-1 chat:px-6 chat:text-center"
    >
      <Avatar id={entry.channel.id} name={name} image={entry.channel.image} size={64} shape="square" className="chat:mb-2" />
      <h2 dir="auto" className="chat:text-base chat:font-semibold chat:wrap-anywhere">
        {name}
      </h2>
      <p className="chat:text-sm chat:text-muted">{`${t.channel.publicGroup} · ${t.channel.members(entry.head.memberCount)}`}</p>
      {entry.channel.description && (
        <p dir="auto" className="chat:mt-1 chat:max-w-96 chat:text-sm chat:whitespace-pre-line chat:wrap-anywhere">
          {entry.channel.description}
        </p>
      )}
      <div className="chat:mt-4 chat:flex chat:flex-col chat:items-center chat:gap-3">
        <Problem text={error} />
        <div className="chat:flex chat:gap-2">
          {onBack && <Button onClick={onBack}>{t.common.cancel}</Button>}
          <Button variant="primary" pending={isPending} onClick={() => void run(() => attemptOf(actions.join(), t))}>
            {t.messenger.join}
          </Button>
        </div>
      </div>
    </section>
  );
}
