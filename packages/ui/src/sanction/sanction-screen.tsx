"use client";

import { useSanctions } from "@chat/client/react";
import type { OwnSanction } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { SanctionDialog } from "./sanction-dialog.tsx";

const texts = { errors: errorStrings };

export interface SanctionScreenProps {
  sanction: OwnSanction;
  startsWithAppeal?: boolean;
  onClose?: () => void;
}

/** What was decided about the reader, wired to the client; open from the beginning. */
export function SanctionScreen({ sanction, startsWithAppeal = false, onClose }: SanctionScreenProps): ReactElement {
  const t = useTexts(texts);
  const { actions } = useSanctions();
  const [isOpen, setOpen] = useState(true);
  return (
    <SanctionDialog
      sanction={sanction}
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) onClose?.();
      }}
      onSeen={() => attemptOf(actions.see(sanction.id), t)}
      onAppeal={(text) => attemptOf(actions.appeal(sanction.id, text), t)}
      startsWithAppeal={startsWithAppeal}
    />
  );
}
