"use client";

import { SignIn, type DemoAccount } from "@chat/ui";
import { signIn } from "./accounts.ts";

export function SignInScreen({ demo }: { demo: readonly DemoAccount[] }) {
  return <SignIn onSubmit={signIn} demo={demo} signUpHref="/sign-up" />;
}
