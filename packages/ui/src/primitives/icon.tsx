import type { ReactElement, SVGProps } from "react";

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, "children"> {
  /** Edge in pixels; 16 when absent. */
  size?: number;
}

type Shape = readonly [tag: "path" | "circle" | "rect" | "line", attributes: Readonly<Record<string, string>>];

export function icon(name: string, shapes: readonly Shape[], flip = false) {
  function Icon({ size = 16, className, ...rest }: IconProps): ReactElement {
    return (
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        focusable="false"
        data-slot="icon"
        className={`chat:shrink-0 ${flip ? "chat:rtl:-scale-x-100" : ""} ${className ?? ""}`}
        {...rest}
      >
        {shapes.map(([Tag, attributes]) => (
          <Tag key={JSON.stringify(attributes)} {...attributes} />
        ))}
      </svg>
    );
  }
  Icon.displayName = name;
  return Icon;
}
