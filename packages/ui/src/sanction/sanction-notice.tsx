"use client";

import type { OwnSanction } from "@chat/contract";
import { useState, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { sanctionStrings } from "../catalogue/sanction-strings.ts";
import type { Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { LockIcon } from "../primitives/icons.tsx";
import { AppealForm } from "./appeal-form.tsx";
import { SanctionDetails, sanctionTitle } from "./sanction-details.tsx";

const texts = { sanction: sanctionStrings };

export interface SanctionNoticeProps {
  sanction: OwnSanction;
  /** Once for each sanction; the answer is shown once the sanction given holds it. */
  onAppeal: (text: string) => Attempt;
  /** Another way on, such as to sign out. */
  action?: ReactNode;
}

/** A whole page for somebody who may not come in: why, until when, and how to appeal. */
export function SanctionNotice({ sanction, onAppeal, action }: SanctionNoticeProps): ReactElement {
  const t = useTexts(texts);
  const [isAppealing, setAppealing] = useState(false);
  const mayAppeal = sanction.appeal === null;
  return (
    <section
      data-slot="sanction-notice"
      className="chat:mx-auto chat:flex chat:w-full chat:max-w-105 chat:flex-col chat:gap-5 chat:px-6 chat:py-10"
    >
      <header className="chat:flex chat:flex-col chat:gap-3">
        <span className="chat:flex chat:size-10 chat:items-center chat:justify-center chat:rounded-full chat:bg-surface chat:text-muted">
          <LockIcon size={20} />
        </span>
        <h1 className="chat:text-xl chat:font-semibold chat:text-balance">{sanctionTitle(sanction, t)}</h1>
      </header>
      <SanctionDetails sanction={sanction} />
      {mayAppeal && isAppealing ? (
        <AppealForm onAppeal={onAppeal}>{action}</AppealForm>
      ) : (
        <div className="chat:flex chat:flex-wrap chat:gap-2">
          {mayAppeal && (
            <Button variant="primary" onClick={() => setAppealing(true)}>
              {t.sanction.appeal}
            </Button>
          )}
          {action}
        </div>
      )}
    </section>
  );
}
