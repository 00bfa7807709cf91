"use client";

import { useEffect, useRef, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CheckIcon, CopyIcon } from "../primitives/icons.tsx";

const texts = { message: messageStrings };

const SHOWN_MS = 1_500;

export function CodeBlock({ code, language }: { code: string; language: string | null }): ReactElement {
  const t = useTexts(texts);
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS);
  };
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
        label={copied ? t.message.copied : t.message.copyCode}
        icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
        tooltip={false}
        onClick={() => void copy()}
        className={`chat:absolute chat:end-1 chat:bg-surface ${language ? "chat:top-0.5" : "chat:top-1"}`}
      />
    </div>
  );
}
