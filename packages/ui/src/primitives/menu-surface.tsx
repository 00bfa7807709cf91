"use client";

import { DropdownMenu } from "radix-ui";
import type { ReactElement } from "react";
import { useSurroundings } from "../root/portal-container.tsx";
import { classNames } from "../styles/class-names.ts";
import { CheckIcon } from "./icons.tsx";
import type { MenuItem } from "./menu.tsx";
import { surfaceClass } from "./surface-class.ts";

export interface MenuSurfaceProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly MenuItem[];
  label: string;
  side: "top" | "bottom";
  align: "start" | "end";
  focusBack: () => void;
}

export function MenuSurface({ open, onOpenChange, items, label, side, align, focusBack }: MenuSurfaceProps): ReactElement {
  const hasIcons = items.some((item) => item.icon !== undefined);
  const { container, dir } = useSurroundings();
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} dir={dir} modal={false}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="chat:pointer-events-none chat:absolute chat:inset-0" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          data-slot="menu"
          className={classNames(
            surfaceClass,
            "chat:max-h-(--radix-dropdown-menu-content-available-height) chat:min-w-44 chat:overflow-y-auto chat:p-1",
          )}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // A command may have put it somewhere, such as into the composer.
            if (document.activeElement === null || document.activeElement === document.body) focusBack();
          }}
        >
          {items.map((item) => (
            <MenuRow key={item.id} item={item} hasIcons={hasIcons} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuRow({ item, hasIcons }: { item: MenuItem; hasIcons: boolean }) {
  const checkable = item.checked !== undefined;
  return (
    <>
      {item.separated && <DropdownMenu.Separator className="chat:mx-1 chat:my-1 chat:h-px chat:bg-border" />}
      <DropdownMenu.Item
        role={checkable ? "menuitemcheckbox" : "menuitem"}
        aria-checked={checkable ? item.checked : undefined}
        aria-keyshortcuts={item.shortcut}
        disabled={item.disabled ?? false}
        onSelect={item.onSelect}
        data-slot="menu-item"
        className={classNames(
          "chat:flex chat:h-8 chat:cursor-pointer chat:items-center chat:gap-2.5 chat:rounded-md chat:px-2 chat:text-sm chat:outline-none chat:select-none chat:data-[disabled]:cursor-not-allowed chat:data-[disabled]:opacity-50",
          item.danger ? "chat:text-danger-text chat:data-[highlighted]:bg-danger-soft" : "chat:data-[highlighted]:bg-hover",
        )}
      >
        {hasIcons && <span className={classNames("chat:w-4 chat:shrink-0", !item.danger && "chat:text-muted")}>{item.icon}</span>}
        <span className="chat:min-w-0 chat:flex-1 chat:truncate">{item.label}</span>
        {item.shortcut && (
          <kbd aria-hidden className="chat:font-sans chat:text-xs chat:text-muted">
            {item.shortcut}
          </kbd>
        )}
        {item.checked && <CheckIcon />}
      </DropdownMenu.Item>
    </>
  );
}
