"use client";

import { forwardRef, type ButtonHTMLAttributes, type ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";
import { Tooltip, type TooltipSide } from "./tooltip.tsx";

const sizes = { sm: "chat:size-7 chat:rounded-md", md: "chat:size-8 chat:rounded-lg", lg: "chat:size-10 chat:rounded-lg" };
const looks = {
  ghost: "chat:text-muted chat:hover:bg-active chat:hover:text-text chat:aria-expanded:bg-active chat:aria-expanded:text-text",
  primary: "chat:bg-accent chat:text-accent-contrast chat:hover:bg-accent-hover",
  danger: "chat:text-danger-text chat:hover:bg-danger-soft",
};

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "aria-label"> {
  /** Its name, also shown as tooltip. */
  label: string;
  icon: ReactNode;
  size?: keyof typeof sizes;
  variant?: keyof typeof looks;
  /** Where the tooltip opens; false for none. */
  tooltip?: TooltipSide | false;
}

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, icon, size = "md", variant = "ghost", tooltip = "top", className, type = "button", ...rest },
  ref,
) {
  const button = (
    <button
      ref={ref}
      type={type}
      aria-label={label}
      data-slot="icon-button"
      data-variant={variant}
      className={classNames(
        "chat:inline-flex chat:shrink-0 chat:items-center chat:justify-center chat:transition-colors chat:disabled:opacity-45",
        sizes[size],
        looks[variant],
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
  return tooltip === false ? (
    button
  ) : (
    <Tooltip label={label} side={tooltip}>
      {button}
    </Tooltip>
  );
});
