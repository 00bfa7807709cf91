import { AuditScreen } from "./audit-screen.tsx";

export const metadata = { title: "Audit log" };

export default function AuditPage() {
  return <AuditScreen />;
}
