"use client";

import { useEffect, useRef, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { copyText } from "../message/copy-text.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CheckIcon, CopyIcon } from "../primitives/icons.tsx";

const texts = { message: messageStrings };

const COPIED_MS = 1_500;
const REFUSED_MS = 4_000;

export function CodeBlock({ code, language }: { code: string; language: string | null }): ReactElement {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    const isCopied = await copyText(code);
    setOutcome(isCopied ? "copied" : "refused");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOutcome(null), isCopied ? COPIED_MS : REFUSED_MS);
  };
  const isCopied = outcome === "copied";
  return (
    <div
      data-slot="code-block"
      className="chat:group/code chat:relative chat:my-1 chat:max-w-full chat:overflow-hidden chat:rounded-lg chat:border chat:border-border chat:bg-surface"
    >
      {language && (
        <div className="chat:flex chat:h-8 chat:items-center chat:border-b chat:border-border chat:px-3 chat:text-2xs chat:font-medium chat:text-muted">
          {language}
        </div>
      )}
      <pre
        className="chat:py-2 chat:ps-3 chat:pe-10 chat:text-sm chat:leading-5 chat:wrap-anywhere chat:whitespace-pre-wrap"
        dir="ltr"
      >
        <code>{code}</code>
      </pre>
      <IconButton
        size="sm"
        label={isCopied ? t.message.copied : t.message.copyCode}
        icon={isCopied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
        tooltip={false}
        onClick={() => void copy()}
        className={`chat:absolute chat:end-1 chat:bg-surface ${language ? "chat:top-0.5" : "chat:top-1"}`}
      />
      {outcome === "refused" && (
        <p
          role="alert"
          className="chat:absolute chat:end-10 chat:top-1 chat:rounded-md chat:bg-danger-soft chat:px-2 chat:py-1 chat:text-xs chat:text-danger-text"
        >
          {t.message.copyRefused}
        </p>
      )}
    </div>
  );
}
