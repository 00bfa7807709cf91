"use client";

import { useState, type CSSProperties, type ReactElement } from "react";
import { classNames } from "../styles/class-names.ts";
import { hueOf, initials } from "./initials.ts";

const sizes = {
  20: "chat:size-5 chat:text-[0.5625rem]",
  24: "chat:size-6 chat:text-[0.625rem]",
  32: "chat:size-8 chat:text-xs",
  36: "chat:size-9 chat:text-sm",
  40: "chat:size-10 chat:text-sm",
  64: "chat:size-16 chat:text-lg",
};

export interface AvatarProps {
  /** Gives the colour, the same everywhere for one person or group. */
  id: string;
  name: string;
  image?: string | null;
  /** Edge in pixels. */
  size?: keyof typeof sizes;
  /** Draws the dot; leave it out where presence is not known. */
  presence?: "online" | "offline";
  /** `square` for groups. */
  shape?: "round" | "square";
  /** How many initials at most. */
  letters?: 1 | 2;
  className?: string;
}

/** A picture or initials. Decoration: the name must stand beside it as text. */
export function Avatar(props: AvatarProps): ReactElement {
  const { id, name, image, size = 36, presence, shape = "round", letters = 2, className } = props;
  const [broken, setBroken] = useState<string | null>(null);
  const hue = hueOf(id);
  const corner = shape === "round" ? "chat:rounded-full" : size >= 40 ? "chat:rounded-xl" : "chat:rounded-lg";
  const colours: CSSProperties = {
    backgroundColor: `light-dark(oklch(0.9 0.055 ${hue}), oklch(0.42 0.085 ${hue}))`,
    color: `light-dark(oklch(0.37 0.09 ${hue}), oklch(0.96 0.03 ${hue}))`,
  };
  return (
    <span
      data-slot="avatar"
      data-presence={presence}
      className={classNames("chat:relative chat:inline-flex chat:shrink-0 chat:align-middle", sizes[size], corner, className)}
    >
      {image && image !== broken ? (
        <img
          src={image}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(image)}
          className={classNames("chat:size-full chat:object-cover", corner)}
        />
      ) : (
        <span
          aria-hidden
          style={colours}
          className={classNames(
            "chat:flex chat:size-full chat:items-center chat:justify-center chat:overflow-hidden chat:leading-none chat:font-semibold chat:select-none",
            corner,
          )}
        >
          {initials(name, letters)}
        </span>
      )}
      {presence && <PresenceDot online={presence === "online"} size={size} />}
    </span>
  );
}

function PresenceDot({ online, size }: { online: boolean; size: number }) {
  if (!online) return null;
  return (
    <span
      aria-hidden
      data-slot="presence"
      data-state="online"
      className={classNames(
        "chat:absolute chat:rounded-full chat:border-2 chat:border-bg chat:bg-online",
        size < 32 ? "chat:size-2.5" : "chat:size-3",
        // On the round edge, which a large picture has further from the corner.
        size < 64 ? "chat:-end-0.5 chat:-bottom-0.5" : "chat:end-1 chat:bottom-1",
      )}
    />
  );
}

export interface AvatarStackProps {
  people: readonly { id: string; name: string; image?: string | null }[];
  max?: number;
  size?: keyof typeof sizes;
}

/** A few faces that overlap, with room for one initial each, then the number of the others. */
export function AvatarStack({ people, max = 3, size = 20 }: AvatarStackProps): ReactElement {
  const others = people.length - max;
  return (
    <span data-slot="avatar-stack" className="chat:inline-flex chat:items-center chat:-space-x-0.5 chat:rtl:space-x-reverse">
      {people.slice(0, max).map((person) => (
        <Avatar key={person.id} size={size} {...person} letters={1} className="chat:ring-2 chat:ring-bg" />
      ))}
      {others > 0 && (
        <span className="chat:ps-1.5 chat:text-2xs chat:font-medium chat:text-muted chat:tabular-nums">+{others}</span>
      )}
    </span>
  );
}
