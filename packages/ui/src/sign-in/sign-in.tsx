"use client";

import { useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { signInStrings } from "../catalogue/sign-in-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { TextField } from "../primitives/text-field.tsx";
import { emailProblem } from "./check-fields.ts";
import { DemoAccounts, type DemoAccount } from "./demo-accounts.tsx";
import { PasswordField } from "./password-field.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

const texts = { signIn: signInStrings };

export interface SignInProps {
  /** Answers what to tell the person, or null once they are in. */
  onSubmit: (input: { email: string; password: string }) => Attempt;
  /** People of the demo, each one click away. */
  demo?: readonly DemoAccount[];
  /** The way to sign up: a link or a handler. */
  signUpHref?: string;
  onSignUp?: () => void;
  /** Over the title. */
  logo?: ReactNode;
}

/** Sign in with e-mail and password. */
export function SignIn({ onSubmit, demo = [], signUpHref, onSignUp, logo }: SignInProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const wrongEmail = emailProblem(email, t);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setChosen(null);
    if (wrongEmail === null && password !== "") void run(() => onSubmit({ email: email.trim(), password }));
  };
  const enter = (account: DemoAccount) => {
    setChosen(account.email);
    void run(() => onSubmit({ email: account.email, password: account.password }));
  };

  return (
    <SignInFrame
      logo={logo}
      title={t.signIn.signInTitle}
      text={t.signIn.signInText}
      question={t.signIn.noAccount}
      answer={t.signIn.toSignUp}
      href={signUpHref}
      onAnswer={onSignUp}
      after={
        demo.length > 0 && (
          <DemoAccounts accounts={demo} pending={isPending ? chosen : null} disabled={isPending} onPick={enter} />
        )
      }
    >
      {/* Sent before the page lives, it must not put the password into the address. */}
      <form method="post" onSubmit={submit} noValidate className="chat:flex chat:flex-col chat:gap-4">
        <Problem text={error} />
        <TextField
          label={t.signIn.email}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          placeholder={t.signIn.emailPlaceholder}
          value={email}
          error={isChecked ? wrongEmail : null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label={t.signIn.password}
          name="password"
          autoComplete="current-password"
          value={password}
          error={isChecked && password === "" ? t.signIn.passwordMissing : null}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="primary" pending={isPending && chosen === null} disabled={isPending}>
          {t.signIn.signIn}
        </Button>
      </form>
    </SignInFrame>
  );
}
