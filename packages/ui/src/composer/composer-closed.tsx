import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { LockIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";
import type { ComposerBlock } from "./composer-block.ts";

const texts = { composer: composerStrings };

/** Stands where the composer would, of the same height, and says why nobody can write. */
export function ComposerClosed(props: {
  block: ComposerBlock;
  action?: ReactNode;
  className?: string | undefined;
}): ReactElement {
  const t = useTexts(texts);
  return (
    <div
      data-slot="composer"
      data-state="closed"
      className={classNames(
        "chat:flex chat:min-h-11.5 chat:flex-wrap chat:items-center chat:justify-center chat:gap-x-3 chat:gap-y-2 chat:rounded-2xl chat:border chat:border-border chat:bg-surface chat:px-4 chat:py-1.5 chat:text-sm chat:text-muted",
        props.className,
      )}
    >
      <p className="chat:flex chat:items-center chat:gap-2">
        <LockIcon />
        {t.composer[props.block]}
      </p>
      {props.action}
    </div>
  );
}
