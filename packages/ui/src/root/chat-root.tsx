"use client";

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { CatalogueProvider, type CatalogueProviderProps } from "../catalogue/catalogue-provider.tsx";
import { loadPartsWhenIdle } from "../primitives/lazy-part.ts";
import { classNames } from "../styles/class-names.ts";
import { SurroundingsProvider } from "./portal-container.tsx";
import { useKeyboardInset } from "./use-keyboard-inset.ts";

export interface ChatRootProps extends Omit<CatalogueProviderProps, "children"> {
  /** `system` (the default) follows the page's `data-theme`, and without one the reader's system. */
  theme?: "system" | "light" | "dark";
  /** How much room messages take. */
  density?: "comfortable" | "compact";
  /** `system` (the default) gives more contrast to readers who ask their system for it. */
  contrast?: "system" | "more" | "standard";
  dir?: "ltr" | "rtl";
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/** Goes around every part of the kit: gives tokens, theme, texts, direction, and the place where menus and dialogs open. */
export function ChatRoot({
  theme = "system",
  density = "comfortable",
  contrast = "system",
  dir = "ltr",
  className,
  style,
  children,
  ...language
}: ChatRootProps): ReactElement {
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const lastFocus = useRef<HTMLElement>(null);
  const surroundings = useMemo(() => ({ container, dir, lastFocus }), [container, dir]);
  useEffect(loadPartsWhenIdle, []);
  useKeyboardInset(container);
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    if (!target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) lastFocus.current = target;
  };
  return (
    <div
      ref={setContainer}
      dir={dir}
      lang={language.locale}
      data-slot="chat-root"
      data-density={density}
      data-contrast={contrast === "system" ? undefined : contrast}
      data-theme={theme === "system" ? undefined : theme}
      className={classNames("chat-root chat:pb-[var(--chat-covered,0px)]", className)}
      style={style}
      onFocus={onFocus}
    >
      <CatalogueProvider {...language}>
        <SurroundingsProvider value={surroundings}>{children}</SurroundingsProvider>
      </CatalogueProvider>
    </div>
  );
}
