import { requireAdmin } from "../shell/require-admin.ts";
import { SettingsScreen } from "./settings-screen.tsx";

export const metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireAdmin();
  return <SettingsScreen />;
}
