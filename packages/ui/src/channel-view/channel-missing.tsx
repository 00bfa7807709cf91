"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messengerStrings } from "../catalogue/messenger-strings.ts";
import { Button } from "../primitives/button.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { AlertIcon } from "../primitives/icons.tsx";

const texts = { messenger: messengerStrings };

/** In place of a channel that is not there, or not for this reader. */
export function ChannelMissing({ onBack }: { onBack?: (() => void) | undefined }): ReactElement {
  const t = useTexts(texts);
  return (
    <EmptyState
      className="chat:flex-1"
      icon={<AlertIcon size={20} />}
      title={t.messenger.missingTitle}
      description={t.messenger.missingText}
      action={onBack && <Button onClick={onBack}>{t.messenger.missingAction}</Button>}
    />
  );
}
