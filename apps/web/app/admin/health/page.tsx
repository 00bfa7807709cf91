import { requireAdmin } from "../shell/require-admin.ts";
import { HealthScreen } from "./health-screen.tsx";

export const metadata = { title: "Health" };

export default async function HealthPage() {
  await requireAdmin();
  return <HealthScreen />;
}
