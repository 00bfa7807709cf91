import Link from "next/link";
import { redirect } from "next/navigation";
import { getChatInstance } from "../../chat-instance.ts";
import { loadMe } from "../messenger/load-me.ts";
import { NoticePage } from "../notice-page.tsx";
import { SignUpScreen } from "./sign-up-screen.tsx";

export const metadata = { title: "Create an account" };

interface SignUpPageProps {
  /** `invite`: the code of an invite link. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  if ((await loadMe()) !== null) redirect("/");
  const { chat } = getChatInstance();
  const { name, signUpPolicy } = chat.site();
  const { invite } = await searchParams;
  const code = typeof invite === "string" && invite !== "" && signUpPolicy !== "closed" ? invite : null;
  if (code !== null || (await chat.isOpenToAll())) return <SignUpScreen siteName={name} invite={code} />;
  return (
    <NoticePage
      title={signUpPolicy === "closed" ? "Nobody can sign up here now" : "You need an invite link"}
      text={
        signUpPolicy === "closed"
          ? "The people who run this site make the accounts."
          : "Ask somebody who runs this site to send you one, and open it."
      }
      action={
        <Link href="/sign-in" className="chat:text-sm chat:font-medium chat:text-accent-text chat:hover:underline">
          Sign in
        </Link>
      }
    />
  );
}
