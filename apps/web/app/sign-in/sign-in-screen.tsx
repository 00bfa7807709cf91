"use client";

import { SignIn, type DemoAccount } from "@chat/ui";
import { signIn } from "./accounts.ts";
import { SiteMark } from "./site-mark.tsx";

interface SignInScreenProps {
  demo: readonly DemoAccount[];
  siteName: string;
  /** False where people sign up by an invite link alone, or not at all. */
  isOpenToAll: boolean;
}

export function SignInScreen({ demo, siteName, isOpenToAll }: SignInScreenProps) {
  const logo = <SiteMark name={siteName} />;
  return <SignIn onSubmit={signIn} demo={demo} logo={logo} {...(isOpenToAll && { signUpHref: "/sign-up" })} />;
}
