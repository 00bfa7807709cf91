"use client";

import { useState, type FormEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { profileStrings } from "../catalogue/profile-strings.ts";
import { signInStrings } from "../catalogue/sign-in-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { newPasswordProblem, passwordLength } from "../sign-in/check-fields.ts";
import { PasswordField } from "../sign-in/password-field.tsx";

const texts = { profile: profileStrings, signIn: signInStrings };

export interface PasswordFormProps {
  /** For password managers. */
  email: string | null;
  onChangePassword: (input: { currentPassword: string; newPassword: string }) => Attempt;
}

/** Changes the password; the caller is expected to end the other sessions. */
export function PasswordForm({ email, onChangePassword }: PasswordFormProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [isDone, setDone] = useState(false);
  const problem = newPasswordProblem(newPassword, t);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setDone(false);
    if (currentPassword === "" || problem !== null) return;
    if (!(await run(() => onChangePassword({ currentPassword, newPassword })))) return;
    setCurrent("");
    setNew("");
    setChecked(false);
    setDone(true);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="chat:flex chat:flex-col chat:gap-3">
      <h3 className="chat:text-sm chat:font-semibold">{t.profile.password}</h3>
      <Problem text={error} />
      {email !== null && <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />}
      <PasswordField
        label={t.profile.currentPassword}
        autoComplete="current-password"
        value={currentPassword}
        error={isChecked && currentPassword === "" ? t.signIn.passwordMissing : null}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordField
        label={t.profile.newPassword}
        autoComplete="new-password"
        maxLength={passwordLength.most}
        hint={t.profile.passwordShort(passwordLength.least)}
        value={newPassword}
        error={isChecked ? problem : null}
        onChange={(event) => setNew(event.currentTarget.value)}
      />
      <div className="chat:flex chat:items-center chat:gap-3">
        <Button type="submit" pending={isPending}>
          {t.profile.changePassword}
        </Button>
        <span role="status" className="chat:text-sm chat:text-success-text">
          {isDone ? t.profile.passwordChanged : ""}
        </span>
      </div>
    </form>
  );
}
