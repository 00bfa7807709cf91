"use client";

import { limits } from "@chat/contract";
import { useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { signInStrings } from "../catalogue/sign-in-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { TextField } from "../primitives/text-field.tsx";
import { emailProblem, nameProblem, newPasswordProblem, passwordLength } from "./check-fields.ts";
import { PasswordField } from "./password-field.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

const texts = { signIn: signInStrings };

export interface SignUpProps {
  /** Answers what to tell the person, or null once the account is made. */
  onSubmit: (input: { name: string; email: string; password: string }) => Attempt;
  signInHref?: string;
  onSignIn?: () => void;
  logo?: ReactNode;
}

/** Make an account with name, e-mail and password. */
export function SignUp({ onSubmit, signInHref, onSignIn, logo }: SignUpProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setChecked] = useState(false);
  const problems = { name: nameProblem(name, t), email: emailProblem(email, t), password: newPasswordProblem(password, t) };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problems.name ?? problems.email ?? problems.password) return;
    void run(() => onSubmit({ name: name.trim(), email: email.trim(), password }));
  };

  return (
    <SignInFrame
      logo={logo}
      title={t.signIn.signUpTitle}
      text={t.signIn.signUpText}
      question={t.signIn.haveAccount}
      answer={t.signIn.toSignIn}
      href={signInHref}
      onAnswer={onSignIn}
    >
      {/* Sent before the page lives, it must not put the password into the address. */}
      <form method="post" onSubmit={submit} noValidate className="chat:flex chat:flex-col chat:gap-4">
        <Problem text={error} />
        <TextField
          label={t.signIn.name}
          name="name"
          autoComplete="name"
          maxLength={limits.name}
          placeholder={t.signIn.namePlaceholder}
          value={name}
          error={isChecked ? problems.name : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t.signIn.email}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          placeholder={t.signIn.emailPlaceholder}
          value={email}
          error={isChecked ? problems.email : null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label={t.signIn.password}
          name="password"
          autoComplete="new-password"
          maxLength={passwordLength.most}
          hint={t.signIn.passwordHint(passwordLength.least)}
          value={password}
          error={isChecked ? problems.password : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="primary" pending={isPending}>
          {t.signIn.signUp}
        </Button>
      </form>
    </SignInFrame>
  );
}
