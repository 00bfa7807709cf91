import type { ReactElement } from "react";
import { ReplyIcon } from "../primitives/icons.tsx";

/** Comes out from under a message that is drawn aside, and is filled once letting go answers it. */
export function SwipeHint(): ReactElement {
  return (
    <span
      aria-hidden
      data-slot="swipe-hint"
      className="chat:absolute chat:start-3 chat:top-1/2 chat:hidden chat:size-8 chat:-translate-y-1/2 chat:items-center chat:justify-center chat:rounded-full chat:bg-active chat:text-muted chat:transition-colors chat:group-data-[swipe]/message:flex chat:group-data-[swipe=done]/message:bg-accent chat:group-data-[swipe=done]/message:text-accent-contrast"
    >
      <ReplyIcon />
    </span>
  );
}
