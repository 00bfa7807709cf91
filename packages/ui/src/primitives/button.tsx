import { forwardRef, type ButtonHTMLAttributes, type ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";
import { Spinner } from "./spinner.tsx";

const looks = {
  primary: "chat:bg-accent chat:text-accent-contrast chat:hover:bg-accent-hover",
  secondary: "chat:border chat:border-border chat:bg-raised chat:text-text chat:hover:bg-hover",
  ghost: "chat:text-text chat:hover:bg-hover",
  danger: "chat:bg-danger chat:text-danger-contrast chat:hover:bg-danger-hover",
};

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: keyof typeof looks;
  size?: "sm" | "md";
  /** Shows a spinner and refuses clicks, without changing width. */
  pending?: boolean;
  icon?: ReactNode;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "secondary", size = "md", pending = false, icon, className, children, disabled, type = "button", ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      data-slot="button"
      data-variant={variant}
      data-pending={pending || undefined}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={classNames(
        "chat:relative chat:inline-flex chat:items-center chat:justify-center chat:gap-1.5 chat:rounded-lg chat:font-medium chat:whitespace-nowrap chat:select-none chat:transition-colors chat:disabled:opacity-55 chat:data-[pending]:opacity-100",
        size === "sm" ? "chat:h-7 chat:px-2.5 chat:text-xs" : "chat:h-9 chat:px-3.5 chat:text-sm",
        looks[variant],
        className,
      )}
      {...rest}
    >
      <span className={classNames("chat:inline-flex chat:items-center chat:gap-1.5", pending && "chat:opacity-0")}>
        {icon}
        {children}
      </span>
      {pending && <Spinner className="chat:absolute" />}
    </button>
  );
});
