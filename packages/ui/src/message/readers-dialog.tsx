"use client";

import type { UserRef } from "@chat/contract";
import { useEffect, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { EyeIcon } from "../primitives/icons.tsx";
import { Spinner } from "../primitives/spinner.tsx";

const texts = { common: commonStrings, errors: errorStrings, message: messageStrings };

export interface ReadersDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  load: () => Promise<readonly UserRef[]>;
}

/** Who has read a message, asked for anew each time it opens. */
export function ReadersDialog({ open, onOpenChange, load }: ReadersDialogProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.message.seenBy} size="sm">
      {open && <Readers load={load} />}
    </Dialog>
  );
}

function Readers({ load }: Pick<ReadersDialogProps, "load">) {
  const t = useTexts(texts);
  const [readers, setReaders] = useState<readonly UserRef[] | "failed" | null>(null);
  // The list is that of the moment it was opened; a new function of the caller's next render must not ask again.
  const [ask] = useState(() => load);
  useEffect(() => {
    let left = false;
    ask().then(
      (people) => left || setReaders(people),
      () => left || setReaders("failed"),
    );
    return () => {
      left = true;
    };
  }, [ask]);
  if (readers === null)
    return <Spinner label={t.common.loading} className="chat:flex chat:justify-center chat:py-6 chat:text-muted" />;
  if (readers === "failed") return <p className="chat:py-4 chat:text-sm chat:text-danger-text">{t.errors.UNAVAILABLE}</p>;
  if (readers.length === 0) return <EmptyState icon={<EyeIcon size={20} />} title={t.message.seenByNobody} />;
  return (
    <ul data-slot="readers" className="chat:pb-2">
      {readers.map((person) => (
        <li key={person.id} className="chat:flex chat:items-center chat:gap-3 chat:py-1.5">
          <Avatar id={person.id} name={person.name} image={person.image} size={32} />
          <span dir="auto" className="chat:min-w-0 chat:truncate chat:text-sm">
            {person.name}
          </span>
        </li>
      ))}
    </ul>
  );
}
