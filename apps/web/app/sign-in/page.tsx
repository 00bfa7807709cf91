import { redirect } from "next/navigation";
import { getChatInstance } from "../../chat-instance.ts";
import { loadMe } from "../messenger/load-me.ts";
import { SignInScreen } from "./sign-in-screen.tsx";

export const metadata = { title: "Sign in" };

const notes: Readonly<Record<string, string>> = { admin: "Admin", moderator: "Moderator" };

export default async function SignInPage() {
  if ((await loadMe()) !== null) redirect("/");
  const demo = getChatInstance().demoLogins.map(({ name, email, password, role }) => ({
    name,
    email,
    password,
    note: notes[role],
  }));
  const { chat } = getChatInstance();
  return <SignInScreen demo={demo} siteName={chat.site().name} isOpenToAll={await chat.isOpenToAll()} />;
}
