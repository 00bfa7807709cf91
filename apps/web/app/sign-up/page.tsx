import { redirect } from "next/navigation";
import { loadMe } from "../messenger/load-me.ts";
import { SignUpScreen } from "./sign-up-screen.tsx";

export const metadata = { title: "Create an account" };

export default async function SignUpPage() {
  if ((await loadMe()) !== null) redirect("/");
  return <SignUpScreen />;
}
