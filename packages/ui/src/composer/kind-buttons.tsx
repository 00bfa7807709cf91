"use client";

import type { ReactElement } from "react";
import { useMessageKinds, type KindComposerProps } from "../message/message-kind.tsx";

export interface KindButtonsProps {
  isDisabled: boolean;
  onSend: (message: Parameters<KindComposerProps["send"]>[0] & { kind: string }) => void;
}

/** The buttons of the product's own kinds of messages. */
export function KindButtons({ isDisabled, onSend }: KindButtonsProps): ReactElement {
  const { byName } = useMessageKinds();
  return (
    <>
      {[...byName.values()].map(
        ({ kind, composer: Button }) =>
          Button && <Button key={kind} isDisabled={isDisabled} send={(message) => onSend({ ...message, kind })} />,
      )}
    </>
  );
}
