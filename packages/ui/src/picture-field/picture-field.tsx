"use client";

import { useRef, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { profileStrings } from "../catalogue/profile-strings.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { CameraIcon } from "../primitives/icons.tsx";
import { shrinkImage } from "./shrink-image.ts";

const texts = { profile: profileStrings };

export interface PictureFieldProps {
  /** Of the person or group, for the colour of the initials. */
  id: string;
  name: string;
  image: string | null;
  shape?: "round" | "square";
  /** A data URL made small in the browser, or null to take the picture away. */
  onChange: (image: string | null) => void;
  disabled?: boolean;
}

/** The picture of a person or group, to change or take away. */
export function PictureField({ id, name, image, shape = "round", onChange, disabled = false }: PictureFieldProps): ReactElement {
  const t = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const made = await shrinkImage(file);
    if ("url" in made) onChange(made.url);
    setProblem("url" in made ? null : made.failure === "unreadable" ? t.profile.pictureUnreadable : t.profile.pictureTooLarge);
  };
  return (
    <div data-slot="picture-field">
      <div className="chat:flex chat:items-center chat:gap-4">
        <Avatar id={id} name={name || "?"} image={image} size={64} shape={shape} />
        <div className="chat:flex chat:flex-wrap chat:gap-2">
          <Button size="sm" icon={<CameraIcon size={14} />} disabled={disabled} onClick={() => input.current?.click()}>
            {t.profile.changePicture}
          </Button>
          {image !== null && (
            <Button size="sm" variant="ghost" disabled={disabled} onClick={() => onChange(null)}>
              {t.profile.removePicture}
            </Button>
          )}
        </div>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t.profile.changePicture}
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      {problem && (
        <p role="alert" className="chat:mt-1 chat:text-xs chat:text-danger-text">
          {problem}
        </p>
      )}
    </div>
  );
}
