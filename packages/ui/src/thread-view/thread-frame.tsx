"use client";

import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { ArrowLeftIcon, CloseIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";

const texts = { thread: threadStrings };

export interface ThreadFrameProps {
  onClose: () => void;
  /** The second line of the header: what the thread is about. */
  about?: ReactNode;
  /** Before the way out. */
  actions?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * A thread's header over what is in it. The way out is at the start where it fills the conversation's box, or the screen of a phone, and at the end
 * where it stands beside.
 */
export function ThreadFrame({ onClose, about, actions, className, children }: ThreadFrameProps): ReactElement {
  const t = useTexts(texts);
  return (
    <section
      data-slot="thread-view"
      aria-label={t.thread.title}
      className={classNames(
        "chat:@container-[size] chat:flex chat:min-h-0 chat:min-w-0 chat:flex-1 chat:flex-col chat:bg-bg",
        className,
      )}
    >
      <header className="chat:flex chat:h-14 chat:shrink-0 chat:items-center chat:gap-1 chat:border-b chat:border-border chat:ps-4 chat:pe-2.5">
        <IconButton
          label={t.thread.back}
          icon={<ArrowLeftIcon size={20} />}
          tooltip={false}
          size="lg"
          onClick={onClose}
          className="chat:-ms-3 chat:sm:hidden chat:@max-[36rem]/chat-view:inline-flex"
        />
        <div className="chat:min-w-0 chat:flex-1">
          <h2 className="chat:truncate chat:text-base chat:leading-5 chat:font-semibold">{t.thread.title}</h2>
          {about}
        </div>
        {actions}
        <IconButton
          label={t.thread.close}
          icon={<CloseIcon size={18} />}
          tooltip="bottom"
          onClick={onClose}
          className="chat:max-sm:hidden chat:@max-[36rem]/chat-view:hidden"
        />
      </header>
      {children}
    </section>
  );
}
