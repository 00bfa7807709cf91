import { requireAdmin } from "../shell/require-admin.ts";
import { RulesScreen } from "./rules-screen.tsx";

export const metadata = { title: "Rules" };

export default async function RulesPage() {
  await requireAdmin();
  return <RulesScreen />;
}
