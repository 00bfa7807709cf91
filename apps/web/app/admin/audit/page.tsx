import { requireAdmin } from "../shell/require-admin.ts";
import { AuditScreen } from "./audit-screen.tsx";

export const metadata = { title: "Audit log" };

export default async function AuditPage() {
  await requireAdmin();
  return <AuditScreen />;
}
