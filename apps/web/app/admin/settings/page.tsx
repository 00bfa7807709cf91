import { SettingsScreen } from "./settings-screen.tsx";

export const metadata = { title: "Settings" };

export default function SettingsPage() {
  return <SettingsScreen />;
}
