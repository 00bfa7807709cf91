"use client";

import { useConnection, useReports } from "@chat/client/react";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { ReportDialog } from "./report-dialog.tsx";

const texts = { errors: errorStrings };

/** What is reported, and the name of the person whom it concerns. */
export type Reported = { name: string } & ({ messageId: string } | { userId: string });

/** A report, wired to the client; open from the beginning. */
export function ReportScreen({ reported, onClose }: { reported: Reported; onClose: () => void }): ReactElement {
  const t = useTexts(texts);
  const { actions } = useReports();
  const named = useConnection().state.capabilities?.filter((one) => one.startsWith("report:")) ?? [];
  const [isOpen, setOpen] = useState(true);
  const { name, ...target } = reported;
  return (
    <ReportDialog
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) onClose();
      }}
      target={"messageId" in target ? "message" : "person"}
      name={name}
      // A server that names none takes them all.
      isOffered={(reason) => named.length === 0 || named.includes(`report:${reason}`)}
      onReport={(reason, comment) => attemptOf(actions.create({ ...target, reason, ...(comment !== "" && { comment }) }), t)}
    />
  );
}
