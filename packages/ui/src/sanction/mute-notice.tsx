"use client";

import type { OwnSanction } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { sanctionStrings } from "../catalogue/sanction-strings.ts";
import { Button } from "../primitives/button.tsx";
import { LockIcon } from "../primitives/icons.tsx";
import { sanctionTitle, useSanctionEnd } from "./sanction-details.tsx";

const texts = { sanction: sanctionStrings };

/** Stands where the composer would while the reader is muted: since when not, until when, and why. */
export function MuteNotice({ sanction, onAppeal }: { sanction: OwnSanction; onAppeal: () => void }): ReactElement {
  const t = useTexts(texts);
  const end = useSanctionEnd(sanction);
  return (
    <div
      data-slot="mute-notice"
      className="chat:flex chat:flex-wrap chat:items-center chat:justify-between chat:gap-x-4 chat:gap-y-2 chat:rounded-2xl chat:border chat:border-border chat:bg-surface chat:px-4 chat:py-2 chat:text-sm"
    >
      <div className="chat:flex chat:min-w-0 chat:flex-1 chat:gap-2.5">
        <LockIcon className="chat:mt-0.5 chat:text-muted" />
        <div className="chat:min-w-0">
          <p className="chat:font-medium">{sanctionTitle(sanction, t)}</p>
          <p className="chat:text-xs chat:text-muted">{end}</p>
          {sanction.reason !== "" && (
            <p dir="auto" className="chat:line-clamp-3 chat:text-xs chat:wrap-anywhere chat:text-muted">
              {sanction.reason}
            </p>
          )}
          {sanction.appeal?.state === "open" && <p className="chat:text-xs chat:text-muted">{t.sanction.appealOpen}</p>}
        </div>
      </div>
      {sanction.appeal === null && <Button onClick={onAppeal}>{t.sanction.appeal}</Button>}
    </div>
  );
}
