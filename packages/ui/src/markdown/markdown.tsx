"use client";

import type { RootContent } from "mdast";
import { memo, type ReactElement, type ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";
import { isEmojiOnly } from "./emoji-only.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { renderAll } from "./render-node.tsx";

export interface MarkdownProps {
  /** Markdown source, from anybody. */
  text: string;
  className?: string;
  /** Put at the end of the last line, such as an "edited" mark. */
  suffix?: ReactNode;
}

/**
 * Message text. GitHub's markdown without HTML; a single newline breaks the line; links only to http, https and mailto, in a new tab;
 * `[@Ann](mention:<userId>)` becomes a chip (see `MentionProvider`); one to six emoji alone are big.
 */
export const Markdown = memo(function Markdown({ text, className, suffix }: MarkdownProps): ReactElement {
  const big = isEmojiOnly(text);
  const nodes: readonly RootContent[] = big ? [] : parseMarkdown(text).children;
  const last = nodes.at(-1);
  // What comes after the last line stands in it, so that the line keeps its own direction.
  const tail = big ? text : last?.type === "paragraph" ? renderAll(last.children) : null;
  return (
    <div
      data-slot="markdown"
      data-emoji-only={big || undefined}
      className={classNames(
        "chat:text-base chat:wrap-anywhere chat:whitespace-pre-wrap chat:[&>*+p]:mt-1.5",
        big && "chat:text-[2rem] chat:leading-10",
        className,
      )}
    >
      {renderAll(tail === null || big ? nodes : nodes.slice(0, -1))}
      {tail === null ? (
        suffix
      ) : (
        <p dir="auto" className={big ? "chat:font-emoji" : undefined}>
          {tail}
          {suffix}
        </p>
      )}
    </div>
  );
});
