import { limits } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";

/** Characters that a new password must have, and may have. */
export const passwordLength = { least: 8, most: 128 } as const;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$|^[^\s@]+@localhost$/;

export function emailProblem(email: string, t: Pick<Catalogue, "signIn">): string | null {
  if (email.trim() === "") return t.signIn.emailMissing;
  return address.test(email.trim()) ? null : t.signIn.emailWrong;
}

/** Of a new password; to sign in, any will be tried. */
export function newPasswordProblem(password: string, t: Pick<Catalogue, "signIn">): string | null {
  if (password === "") return t.signIn.passwordMissing;
  return password.length < passwordLength.least ? t.signIn.passwordShort(passwordLength.least) : null;
}

export function nameProblem(name: string, t: Pick<Catalogue, "signIn">): string | null {
  return name.trim() === "" || name.length > limits.name ? t.signIn.nameMissing : null;
}
