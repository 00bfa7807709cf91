"use client";

import type { OwnSanction } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { sanctionStrings } from "../catalogue/sanction-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { AppealForm } from "./appeal-form.tsx";
import { SanctionDetails, sanctionTitle } from "./sanction-details.tsx";

const texts = { sanction: sanctionStrings };

export interface SanctionDialogProps {
  sanction: OwnSanction;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The person took note of it. */
  onSeen: () => Attempt;
  onAppeal: (text: string) => Attempt;
  /** Begins with the appeal, which was asked for elsewhere. */
  startsWithAppeal?: boolean;
}

/** Tells what moderators decided about the reader, who takes note of it, and may appeal once. */
export function SanctionDialog(props: SanctionDialogProps): ReactElement {
  const { sanction, open, onOpenChange, onSeen, onAppeal, startsWithAppeal = false } = props;
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [isAppealing, setAppealing] = useState(startsWithAppeal);
  const mayAppeal = sanction.appeal === null && sanction.liftedAt === null;
  const showsForm = isAppealing && mayAppeal;
  const acknowledge = async () => {
    if (await run(onSeen)) onOpenChange(false);
  };
  const understood = (
    <Button variant={showsForm ? "secondary" : "primary"} pending={isPending} onClick={() => void acknowledge()}>
      {t.sanction.understood}
    </Button>
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      kind={startsWithAppeal ? "dialog" : "alert"}
      title={showsForm ? t.sanction.appealTitle : sanctionTitle(sanction, t)}
      footer={
        !showsForm && (
          <>
            {mayAppeal && <Button onClick={() => setAppealing(true)}>{t.sanction.appeal}</Button>}
            {understood}
          </>
        )
      }
    >
      <div className="chat:flex chat:flex-col chat:gap-4">
        <Problem text={error} />
        <SanctionDetails sanction={sanction} />
        {showsForm && <AppealForm onAppeal={onAppeal}>{understood}</AppealForm>}
      </div>
    </Dialog>
  );
}
