"use client";

import { SignUp } from "@chat/ui";
import { signUp } from "../sign-in/accounts.ts";
import { SiteMark } from "../sign-in/site-mark.tsx";

export function SignUpScreen({ siteName, invite }: { siteName: string; invite: string | null }) {
  return (
    <SignUp
      onSubmit={(input) => signUp({ ...input, ...(invite !== null && { invite }) })}
      signInHref="/sign-in"
      logo={<SiteMark name={siteName} />}
    />
  );
}
