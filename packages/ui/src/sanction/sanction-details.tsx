"use client";

import type { OwnSanction } from "@chat/contract";
import type { ReactElement, ReactNode } from "react";
import { useLocale, useTexts } from "../catalogue/catalogue-provider.tsx";
import type { Catalogue } from "../catalogue/english.ts";
import { dateFormat } from "../catalogue/formats.ts";
import { sanctionStrings } from "../catalogue/sanction-strings.ts";

const texts = { sanction: sanctionStrings };

/** What was decided, in a few words. */
export function sanctionTitle({ type, channel }: OwnSanction, t: Pick<Catalogue, "sanction">): string {
  if (type === "warning") return t.sanction.warningTitle;
  const name = channel?.name ?? null;
  if (type === "mute") return name === null ? t.sanction.muteTitle : t.sanction.muteInTitle(name);
  return name === null ? t.sanction.banTitle : t.sanction.banInTitle(name);
}

/** Until when it counts; null for a warning, which forbids nothing. */
export function useSanctionEnd({ type, until }: OwnSanction): string | null {
  const t = useTexts(texts);
  const { locale, timeZone } = useLocale();
  if (type === "warning") return null;
  if (until === null) return t.sanction.forGood;
  return t.sanction.until(dateFormat(locale, { timeZone, dateStyle: "long", timeStyle: "short" }).format(new Date(until)));
}

/** Why, until when, about which message, and what came of the appeal. */
export function SanctionDetails({ sanction }: { sanction: OwnSanction }): ReactElement {
  const t = useTexts(texts);
  const end = useSanctionEnd(sanction);
  const { reason, messageText, appeal, liftedAt } = sanction;
  return (
    <div data-slot="sanction-details" className="chat:flex chat:flex-col chat:gap-3 chat:text-start chat:text-sm">
      <dl className="chat:flex chat:flex-col chat:gap-3">
        <Entry term={t.sanction.reason}>{reason === "" ? t.sanction.noReason : reason}</Entry>
        {messageText !== null && messageText !== "" && (
          <Entry term={t.sanction.message}>
            <span className="chat:block chat:border-s-2 chat:border-border-strong chat:ps-2 chat:text-muted">{messageText}</span>
          </Entry>
        )}
        {appeal && (
          <Entry term={t.sanction.appeal}>
            {{ open: t.sanction.appealOpen, upheld: t.sanction.appealUpheld, lifted: t.sanction.appealLifted }[appeal.state]}
          </Entry>
        )}
        {appeal && appeal.answer !== "" && <Entry term={t.sanction.answer}>{appeal.answer}</Entry>}
      </dl>
      {liftedAt !== null && appeal?.state !== "lifted" && <p className="chat:text-muted">{t.sanction.lifted}</p>}
      {liftedAt === null && end !== null && <p className="chat:font-medium">{end}</p>}
    </div>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="chat:text-xs chat:text-muted">{term}</dt>
      <dd dir="auto" className="chat:m-0 chat:wrap-anywhere chat:whitespace-pre-line">
        {children}
      </dd>
    </div>
  );
}
