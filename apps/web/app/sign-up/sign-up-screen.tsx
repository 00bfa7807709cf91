"use client";

import { SignUp } from "@chat/ui";
import { signUp } from "../sign-in/accounts.ts";

export function SignUpScreen() {
  return <SignUp onSubmit={signUp} signInHref="/sign-in" />;
}
