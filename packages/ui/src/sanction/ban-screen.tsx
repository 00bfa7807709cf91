"use client";

import { useSanctions } from "@chat/client/react";
import type { OwnSanction } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { SanctionNotice } from "./sanction-notice.tsx";

const texts = { errors: errorStrings };

/** The notice of a ban from the whole site, wired to the client. */
export function BanScreen({ ban }: { ban: OwnSanction }): ReactElement {
  const t = useTexts(texts);
  const { actions } = useSanctions();
  return (
    <div className="chat-scroll chat:h-full chat:overflow-y-auto">
      <SanctionNotice sanction={ban} onAppeal={(text) => attemptOf(actions.appeal(ban.id, text), t)} />
    </div>
  );
}
