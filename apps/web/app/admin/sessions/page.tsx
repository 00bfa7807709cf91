import { requireAdmin } from "../shell/require-admin.ts";
import { StaffSessionsScreen } from "./staff-sessions-screen.tsx";

export const metadata = { title: "Staff sessions" };

export default async function StaffSessionsPage() {
  await requireAdmin();
  return <StaffSessionsScreen />;
}
