"use client";

import { Dialog } from "radix-ui";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { useSurroundings } from "../root/portal-container.tsx";
import { classNames } from "../styles/class-names.ts";
import type { DialogProps } from "./dialog.tsx";
import { IconButton } from "./icon-button.tsx";
import { CloseIcon } from "./icons.tsx";

const texts = { common: commonStrings };

const widths = { sm: "chat:sm:max-w-96", md: "chat:sm:max-w-120", lg: "chat:sm:max-w-160" };

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/** What is longer than the dialog and holds nothing that takes focus would be out of the keyboard's reach. */
function letKeysScroll(box: HTMLElement | null): void {
  const isStuck =
    box !== null && box.scrollHeight > box.clientHeight && box.querySelector("a, button, input, textarea, [tabindex]") === null;
  if (isStuck) box.tabIndex = 0;
}

export function DialogSurface(props: DialogProps): ReactElement {
  const { open, onOpenChange, title, description, size = "md", kind = "dialog", footer, children } = props;
  const { container, lastFocus } = useSurroundings();
  const t = useTexts(texts);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal container={container}>
        <Dialog.Overlay className="chat-root chat:fixed chat:inset-0 chat:z-40 chat:bg-overlay chat:data-[state=open]:animate-[chat-fade-in_160ms_ease-out] chat:data-[state=closed]:animate-[chat-fade-out_120ms_ease-out]" />
        <div className="chat-root chat:pointer-events-none chat:fixed chat:inset-x-0 chat:top-0 chat:bottom-[var(--chat-keyboard,0px)] chat:z-40 chat:flex chat:items-end chat:justify-center chat:bg-transparent chat:sm:items-center chat:sm:p-6">
          <Dialog.Content
            role={kind === "alert" ? "alertdialog" : "dialog"}
            data-slot="dialog"
            {...(description ? {} : { "aria-describedby": undefined })}
            onInteractOutside={(event) => {
              if (kind === "alert") event.preventDefault();
            }}
            onCloseAutoFocus={(event) => {
              // Something else took it meanwhile, such as the composer for a reply.
              if (!isLost()) return event.preventDefault();
              // Radix gives it back to what had it, which a menu's command that opened this has not any more.
              queueMicrotask(() => isLost() && lastFocus.current?.focus({ preventScroll: true }));
            }}
            className={classNames(
              "chat:pointer-events-auto chat:flex chat:max-h-[min(92dvh,100%)] chat:w-full chat:flex-col chat:overflow-hidden chat:rounded-t-2xl chat:border chat:border-border chat:bg-raised chat:text-text chat:shadow-overlay chat:outline-none chat:sm:max-h-[min(85dvh,100%)] chat:sm:rounded-2xl",
              "chat:max-sm:data-[state=open]:animate-[chat-sheet-in_180ms_cubic-bezier(0.2,0,0,1)] chat:max-sm:data-[state=closed]:animate-[chat-sheet-out_140ms_ease-in] chat:sm:data-[state=open]:animate-[chat-pop-in_160ms_cubic-bezier(0.2,0,0,1)] chat:sm:data-[state=closed]:animate-[chat-pop-out_120ms_ease-in]",
              widths[size],
            )}
          >
            <div className="chat:flex chat:items-start chat:gap-3 chat:px-5 chat:pt-4 chat:pb-2">
              <div className="chat:min-w-0 chat:flex-1">
                <Dialog.Title className="chat:text-base chat:font-semibold chat:wrap-anywhere">
                  <bdi>{title}</bdi>
                </Dialog.Title>
                {description && (
                  <Dialog.Description className="chat:mt-1 chat:text-sm chat:text-muted">
                    <bdi>{description}</bdi>
                  </Dialog.Description>
                )}
              </div>
              {kind === "dialog" && (
                <Dialog.Close asChild>
                  <IconButton label={t.common.close} icon={<CloseIcon />} tooltip={false} className="chat:-me-2 chat:-mt-1" />
                </Dialog.Close>
              )}
            </div>
            {children && (
              <div
                ref={letKeysScroll}
                className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:px-5 chat:py-2 chat:-outline-offset-2"
              >
                {children}
              </div>
            )}
            {footer ? (
              <div className="chat:flex chat:flex-wrap chat:justify-end chat:gap-2 chat:px-5 chat:pt-3 chat:pb-[max(1.25rem,env(safe-area-inset-bottom)_-_var(--chat-keyboard,0px))]">
                {footer}
              </div>
            ) : (
              <div className="chat:h-[max(0.75rem,env(safe-area-inset-bottom)_-_var(--chat-keyboard,0px))] chat:shrink-0" />
            )}
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
