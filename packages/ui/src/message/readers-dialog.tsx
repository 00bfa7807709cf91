"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { Dialog } from "../primitives/dialog.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { EyeIcon } from "../primitives/icons.tsx";
import { PagedPeople } from "./paged-people.tsx";
import type { PeoplePage } from "./timeline-message.ts";

const texts = { message: messageStrings };

export interface ReadersDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  load: () => Promise<PeoplePage>;
}

/** Who has read a message, asked for anew each time it opens. */
export function ReadersDialog({ open, onOpenChange, load }: ReadersDialogProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.message.seenBy} size="sm">
      {open && <PagedPeople load={load} empty={<EmptyState icon={<EyeIcon size={20} />} title={t.message.seenByNobody} />} />}
    </Dialog>
  );
}
