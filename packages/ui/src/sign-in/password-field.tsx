"use client";

import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { signInStrings } from "../catalogue/sign-in-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { EyeIcon, EyeOffIcon } from "../primitives/icons.tsx";
import { TextField, type TextFieldProps } from "../primitives/text-field.tsx";

const texts = { signIn: signInStrings };

/** A password that can be looked at while it is typed. */
export function PasswordField({ className, ...props }: Omit<TextFieldProps, "type" | "icon">): ReactElement {
  const t = useTexts(texts);
  const [isShown, setShown] = useState(false);
  return (
    <div data-slot="password-field" className="chat:relative">
      <TextField
        {...props}
        type={isShown ? "text" : "password"}
        spellCheck={false}
        autoCapitalize="off"
        className={`chat:[&_input]:pe-10 ${className ?? ""}`}
      />
      <IconButton
        label={isShown ? t.signIn.hidePassword : t.signIn.showPassword}
        icon={isShown ? <EyeOffIcon /> : <EyeIcon />}
        size="sm"
        tooltip={false}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="chat:absolute chat:end-1 chat:top-6"
      />
    </div>
  );
}
