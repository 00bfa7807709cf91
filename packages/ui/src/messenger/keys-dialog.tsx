"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { keyStrings } from "../catalogue/key-strings.ts";
import { Dialog } from "../primitives/dialog.tsx";
import { keyMap, keyNames } from "./key-map.ts";

const texts = { keys: keyStrings };

export interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All keys of the chat, by where they work. */
export function KeysDialog({ open, onOpenChange }: KeysDialogProps): ReactElement {
  const t = useTexts(texts);
  const isApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.keys.title} size="lg">
      <div data-slot="key-map" className="chat:grid chat:gap-x-8 chat:gap-y-5 chat:pb-2 chat:sm:grid-cols-2">
        {keyMap.map(({ section, keys }) => (
          <section key={section} aria-label={t.keys[section]}>
            <h3 className="chat:pb-1.5 chat:text-xs chat:font-semibold chat:text-muted">{t.keys[section]}</h3>
            <dl className="chat:text-sm">
              {keys.map(([what, combinations]) => (
                <div key={what} className="chat:flex chat:items-baseline chat:justify-between chat:gap-4 chat:py-1">
                  <dt className="chat:min-w-0">{t.keys[what]}</dt>
                  <dd className="chat:flex chat:shrink-0 chat:gap-1.5" dir="ltr">
                    {combinations.map((combination) => (
                      <kbd
                        key={combination}
                        className="chat:rounded-md chat:border chat:border-border chat:bg-surface chat:px-1.5 chat:text-xs chat:leading-5"
                      >
                        {keyNames(combination, isApple, t)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
