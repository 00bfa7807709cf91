"use client";

import { useId, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { signInStrings } from "../catalogue/sign-in-strings.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Spinner } from "../primitives/spinner.tsx";

const texts = { signIn: signInStrings };

export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  /** What this person can do beyond chatting, such as "Admin". */
  note?: string;
  image?: string | null;
}

export interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  /** The e-mail that is being signed in. */
  pending: string | null;
  disabled: boolean;
  onPick: (account: DemoAccount) => void;
}

/** The demo's people as chips; one click signs in as one of them. */
export function DemoAccounts({ accounts, pending, disabled, onPick }: DemoAccountsProps): ReactElement {
  const t = useTexts(texts);
  const id = useId();
  return (
    <section data-slot="demo-accounts" aria-labelledby={id} className="chat:w-full chat:max-w-90">
      <h2 id={id} className="chat:mb-2 chat:text-center chat:text-xs chat:font-medium chat:text-muted">
        {t.signIn.demoTitle}
      </h2>
      <ul className="chat:flex chat:flex-wrap chat:justify-center chat:gap-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              disabled={disabled}
              onClick={() => onPick(account)}
              className="chat:flex chat:h-9 chat:items-center chat:gap-2 chat:rounded-full chat:border chat:border-border chat:bg-bg chat:ps-1.5 chat:pe-3 chat:text-sm chat:transition-colors chat:hover:bg-hover"
            >
              {pending === account.email ? (
                <span className="chat:flex chat:size-6 chat:items-center chat:justify-center">
                  <Spinner />
                </span>
              ) : (
                <Avatar id={account.email} name={account.name} image={account.image ?? null} size={24} />
              )}
              <span className="chat:font-medium">{account.name}</span>
              {account.note && <span className="chat:text-xs chat:text-muted">{account.note}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
